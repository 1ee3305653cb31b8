import { useTranslations } from 'next-intl'
import { Markdown } from '@/components/rendering/markdown'
import { Badge } from '@/components/ui/badge'
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card'
import type { ItemResponseView } from '@/server/items/queries/items'
import { numbered } from './numbered'

/** One response of an item: its label, its status and what it says. */
export function ResponseCard({ response, language }: { response: ItemResponseView; language: string }) {
  const t = useTranslations('items')
  const { label, sample, status, turns, sameAs } = response
  return (
    <Card>
      <CardHeader>
        <CardTitle as="h3" className="flex flex-wrap items-center gap-2">
          <bdi>{label}</bdi>
          {sample > 0 ? <Badge variant="outline">{t('sample', { sample })}</Badge> : null}
          {status === 'OK' ? null : <Badge variant="warning">{t(`status.${status}`)}</Badge>}
        </CardTitle>
        {sameAs.length > 0 ? (
          <p className="text-[0.8125rem] text-muted-foreground">{t('sameAs', { labels: sameAs.join(', ') })}</p>
        ) : null}
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-3">
        {turns.every(turn => turn === '') ? <p className="text-muted-foreground">{t('noText')}</p> : null}
        {numbered(turns).map(({ number, of: turn }) =>
          turn === '' ? null : (
            <div key={number}>
              {turns.length > 1 ? (
                <p className="mb-1 font-medium text-[0.8125rem] text-muted-foreground">{t('turn', { turn: number })}</p>
              ) : null}
              <Markdown text={turn} lang={language} />
            </div>
          ),
        )}
      </CardContent>
    </Card>
  )
}
