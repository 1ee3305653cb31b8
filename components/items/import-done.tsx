import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { ImportSummary } from '@/server/items/schema'

export function ImportDone({ slug, summary }: { slug: string; summary: ImportSummary }) {
  const t = useTranslations('imports')
  return (
    <Alert variant="success" title={t('done.title')}>
      {t('done.text', { items: summary.items.new, responses: summary.responses.new })}
      <span className="mt-2 flex flex-wrap gap-2">
        <Button asChild size="sm">
          <Link href={`/studies/${slug}/items`}>{t('actions.toItems')}</Link>
        </Button>
        <Button asChild variant="outline" size="sm">
          <Link href={`/studies/${slug}/import`}>{t('actions.another')}</Link>
        </Button>
      </span>
    </Alert>
  )
}
