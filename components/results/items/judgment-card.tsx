import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { JudgedEntry } from '@/server/results/items/judged-entry'
import type { ItemJudgment } from '@/server/results/queries/get-item-judgments'
import { JudgedCell } from './judged-cell'

const find = (entries: readonly JudgedEntry[], criterion: string, slot: number) =>
  entries.find(entry => entry.criterion === criterion && entry.slot === slot)

/** One judgment of an item: who, when, and what of which response. */
export function JudgmentCard({ judgment, study }: { judgment: ItemJudgment; study: string }) {
  const t = useTranslations('itemJudgments')
  const format = useFormatter()
  const { annotator, submittedAt, activeMs, origin, excluded, entries, criteria, slots, earlier } = judgment
  const has = (slot: number) => entries.some(entry => entry.slot === slot)
  const columns = criteria.filter(({ id }) => entries.some(entry => entry.criterion === id))
  const rows = [
    ...slots.map(({ slot, labels }) => ({ slot, name: labels.join(' = ') || t('unknownResponse') })),
    ...(has(0) ? [{ slot: 0, name: t('wholeItem') }] : []),
  ].filter(({ slot }) => has(slot))
  return (
    <Card>
      <CardHeader>
        <CardTitle as="h3" className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="break-all">{annotator}</bdi>
          <Marks judgment={judgment} />
        </CardTitle>
        <p className="text-[0.8125rem] text-muted-foreground">
          <time dateTime={submittedAt.toISOString()}>
            {format.dateTime(submittedAt, { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
          {origin === 'LIVE' ? <> · {t('active', { minutes: Math.round(activeMs / 6000) / 10 })}</> : null}
          {origin === 'LIVE' ? (
            <>
              {' · '}
              <Link href={`/studies/${study}/review/judgments/${judgment.id}`} className="underline underline-offset-4">
                {t('asJudged')}
              </Link>
            </>
          ) : null}
        </p>
        {excluded ? (
          <p dir="auto" className="break-words border-destructive border-s-2 ps-2 text-sm">
            {excluded.reason}
          </p>
        ) : null}
      </CardHeader>
      <CardContent>
        <Table caption={t('caption', { annotator })}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('response')}</TableHead>
              {columns.map(({ id, label }) => (
                <TableHead key={id}>{label}</TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map(({ slot, name }) => (
              <TableRow key={slot}>
                <TableHead scope="row" wrap className="h-auto min-w-24 py-2 align-top text-foreground">
                  <bdi>{name}</bdi>
                  {slot > 0 && origin === 'LIVE' ? (
                    <span className="block font-normal text-muted-foreground text-xs">
                      {t('slot', { letter: slotLetter(slot) })}
                    </span>
                  ) : null}
                </TableHead>
                {columns.map(({ id, kind }) => {
                  const entry = find(entries, id, slot)
                  const before = earlier
                    .map(revision => ({ revision: revision.revision, entry: find(revision.entries, id, slot) }))
                    .filter(one => JSON.stringify(one.entry) !== JSON.stringify(entry))
                  const isWordy = kind === 'comment' || kind === 'spans' || kind === 'checklist'
                  return (
                    <TableCell
                      key={id}
                      wrap
                      className={isWordy ? 'min-w-64 py-2 align-top' : 'min-w-20 py-2 align-top'}
                    >
                      <JudgedCell entry={entry} earlier={before} slots={slots} />
                    </TableCell>
                  )
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </CardContent>
    </Card>
  )
}

function Marks({ judgment }: { judgment: ItemJudgment }) {
  const t = useTranslations('itemJudgments')
  const { origin, occasion, excluded, isCounted, tooFast, straightLined, revision } = judgment
  return (
    <>
      {occasion === 'FIRST' ? null : <Badge variant="info">{t(`occasions.${occasion}`)}</Badge>}
      {origin === 'RECORDED' ? <Badge variant="outline">{t('recorded')}</Badge> : null}
      {revision > 1 ? <Badge variant="outline">{t('revised', { revision })}</Badge> : null}
      {excluded ? <Badge variant="destructive">{t('excluded')}</Badge> : null}
      {excluded?.postHoc ? <Badge variant="warning">{t('postHoc')}</Badge> : null}
      {isCounted || excluded ? null : <Badge variant="muted">{t('notCounted')}</Badge>}
      {tooFast ? <Badge variant="warning">{t('tooFast')}</Badge> : null}
      {straightLined ? <Badge variant="warning">{t('straightLined')}</Badge> : null}
    </>
  )
}
