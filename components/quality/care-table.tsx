import { useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { AnnotatorCare, Care } from '@/server/quality/queries/get-annotator-care'
import type { GoldPosterior } from '@/server/statistics/gold-items/gold-posterior'

/** How carefully everybody worked, by pseudonym. */
export function CareTable({ care }: { care: Care }) {
  const t = useTranslations('qualityResults')
  const { annotators, gold } = care
  if (annotators.length === 0) return <p className="text-muted-foreground">{t('careNone')}</p>
  const sum = (key: 'judged' | 'checked' | 'tooFast' | 'straightLined') =>
    annotators.reduce((all, one) => all + one[key], 0)
  return (
    <Table caption={t('care')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('annotator')}</TableHead>
          <TableHead numeric>{t('judged')}</TableHead>
          <TableHead numeric>{t('median')}</TableHead>
          <TableHead numeric>{t('tooFast')}</TableHead>
          <TableHead numeric>{t('straight')}</TableHead>
          <TableHead numeric>{t('known')}</TableHead>
          <TableHead numeric>{t('below')}</TableHead>
          <TableHead numeric>{t('self')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {annotators.map(annotator => (
          <Row key={annotator.pseudonym} annotator={annotator} />
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableHead scope="row" className="text-foreground">
            {t('everybody')}
          </TableHead>
          <TableCell numeric>{sum('judged')}</TableCell>
          <TableCell />
          <Share count={sum('tooFast')} of={sum('checked')} />
          <Share count={sum('straightLined')} of={sum('checked')} />
          <Known gold={gold} />
          <TableCell />
          <TableCell />
        </TableRow>
      </TableFooter>
    </Table>
  )
}

function Row({ annotator }: { annotator: AnnotatorCare }) {
  const t = useTranslations('qualityResults')
  const { pseudonym, judged, medianMs, checked, tooFast, straightLined, gold, repeats } = annotator
  return (
    <TableRow>
      <TableHead scope="row" className="text-foreground">
        <bdi>{pseudonym}</bdi>
      </TableHead>
      <TableCell numeric>{judged}</TableCell>
      <TableCell numeric>{medianMs === null ? '–' : t('minutes', { minutes: medianMs / 60_000 })}</TableCell>
      <Share count={tooFast} of={checked} />
      <Share count={straightLined} of={checked} />
      <Known gold={gold} />
      <TableCell numeric>
        {gold.n === 0 ? (
          '–'
        ) : (
          <span className={gold.flagged ? 'font-semibold text-destructive' : undefined}>
            {t('share', { share: gold.probabilityBelow })}
          </span>
        )}
      </TableCell>
      <TableCell numeric>
        {repeats?.exact.value == null ? '–' : t('repeatsOf', { share: repeats.exact.value, n: repeats.n })}
      </TableCell>
    </TableRow>
  )
}

function Share({ count, of }: { count: number; of: number }) {
  const t = useTranslations('qualityResults')
  return <TableCell numeric>{of === 0 ? '–' : t('share', { share: count / of })}</TableCell>
}

function Known({ gold: { accuracy, lower, upper, n } }: { gold: GoldPosterior }) {
  const t = useTranslations('qualityResults')
  return (
    <TableCell numeric>
      {accuracy === null ? (
        '–'
      ) : (
        <>
          {t('knownOf', { passed: Math.round(accuracy * n), n })}
          {lower !== null && upper !== null ? (
            <span className="block text-muted-foreground text-xs">{t('interval', { lower, upper })}</span>
          ) : null}
        </>
      )}
    </TableCell>
  )
}
