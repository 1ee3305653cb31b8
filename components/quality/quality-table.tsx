import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { AnnotatorQuality } from '@/server/quality/queries/get-quality'
import { AnnotatorActions } from './annotator-actions'

interface QualityTableProps {
  slug: string
  annotators: AnnotatorQuality[]
  canDecide: boolean
}

/** How everybody does, whoever needs a look first. */
export function QualityTable({ slug, annotators, canDecide }: QualityTableProps) {
  const t = useTranslations('quality')
  return (
    <Table caption={t('annotators')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('name')}</TableHead>
          <TableHead>{t('state')}</TableHead>
          <TableHead numeric>{t('judged')}</TableHead>
          <TableHead numeric>{t('gold')}</TableHead>
          <TableHead numeric>
            <abbr title={t('belowTitle')} className="no-underline">
              {t('below')}
            </abbr>
          </TableHead>
          <TableHead numeric>{t('tooFast')}</TableHead>
          <TableHead numeric>{t('straight')}</TableHead>
          <TableHead numeric>{t('selfAgreement')}</TableHead>
          <TableHead>{t('trainingState')}</TableHead>
          <TableHead>
            <span className="sr-only">{t('actions')}</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {annotators.map(annotator => (
          <Row key={annotator.userId} slug={slug} annotator={annotator} canDecide={canDecide} />
        ))}
      </TableBody>
    </Table>
  )
}

function Row({ slug, annotator, canDecide }: { slug: string; annotator: AnnotatorQuality; canDecide: boolean }) {
  const t = useTranslations('quality')
  const format = useFormatter()
  const { gold, repeats, checked, name } = annotator
  const share = (count: number) =>
    checked === 0 ? '–' : format.number(count / checked, { style: 'percent', maximumFractionDigits: 0 })
  const known = gold.n > 0 && gold.lower !== null && gold.upper !== null
  const passed = annotator.goldPassed + annotator.attentionPassed
  const asked = passed + annotator.goldFailed + annotator.attentionFailed
  const attention = annotator.attentionPassed + annotator.attentionFailed
  return (
    <TableRow>
      <TableHead scope="row" className="text-foreground">
        <Link
          href={`/studies/${slug}/quality/${annotator.userId}`}
          aria-label={t('lookAt', { name })}
          className="text-primary underline-offset-4 hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
      </TableHead>
      <TableCell>
        <State annotator={annotator} />
      </TableCell>
      <TableCell numeric>{format.number(annotator.judged)}</TableCell>
      <TableCell numeric>
        {asked === 0 ? (
          '–'
        ) : (
          <Two
            first={t('goldOf', { passed, n: asked })}
            second={
              known
                ? t('interval', { lower: gold.lower ?? 0, upper: gold.upper ?? 0 })
                : attention > 0
                  ? t('attentionOf', { passed: annotator.attentionPassed, n: attention })
                  : null
            }
          />
        )}
      </TableCell>
      <TableCell numeric>
        {gold.n === 0 ? (
          '–'
        ) : (
          <span className={gold.flagged ? 'font-semibold text-destructive' : undefined}>
            {format.number(gold.probabilityBelow, { style: 'percent', maximumFractionDigits: 1 })}
          </span>
        )}
      </TableCell>
      <TableCell numeric>{share(annotator.tooFast)}</TableCell>
      <TableCell numeric>{share(annotator.straightLined)}</TableCell>
      <TableCell numeric>
        {repeats && repeats.exact.value !== null ? (
          <Two
            first={t('repeatsOf', { exact: repeats.exact.value, n: repeats.n })}
            second={
              [
                repeats.withinOne?.value != null ? t('withinOne', { share: repeats.withinOne.value }) : null,
                repeats.alpha === null
                  ? null
                  : t('alpha', { alpha: format.number(repeats.alpha, { maximumFractionDigits: 2 }) }),
              ]
                .filter(Boolean)
                .join(' · ') || null
            }
          />
        ) : (
          '–'
        )}
      </TableCell>
      <TableCell>
        <Two
          first={t(`qualification.${annotator.qualification}`, {
            done: annotator.trainingDone,
            total: annotator.trainingTotal,
          })}
          second={annotator.attempts > 1 ? t('attempts', { count: annotator.attempts }) : null}
        />
      </TableCell>
      <TableCell>
        {canDecide && annotator.isMember ? <AnnotatorActions study={slug} annotator={annotator} /> : null}
      </TableCell>
    </TableRow>
  )
}

function Two({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <span className="grid">
      <span>{first}</span>
      {second ? <span className="text-muted-foreground text-xs">{second}</span> : null}
    </span>
  )
}

function State({ annotator: { haltedAt, haltedReason, flaggedAt, isMember } }: { annotator: AnnotatorQuality }) {
  const t = useTranslations('quality')
  const format = useFormatter()
  const since = haltedAt ?? flaggedAt
  const state = haltedAt ? 'halted' : flaggedAt ? 'flagged' : isMember ? 'working' : 'removed'
  const look = { halted: 'destructive', flagged: 'warning', working: 'success', removed: 'muted' } as const
  return (
    <Two
      first={
        <Badge variant={look[state]} dot>
          {t(`states.${state}`)}
        </Badge>
      }
      second={
        since ? (
          <>
            {t('since', { date: format.dateTime(since, { dateStyle: 'medium' }) })}
            {haltedReason ? (
              <span dir="auto" className="block max-w-48 truncate" title={haltedReason}>
                {haltedReason === 'gold-items' ? t('haltedByRule') : haltedReason}
              </span>
            ) : null}
          </>
        ) : null
      }
    />
  )
}
