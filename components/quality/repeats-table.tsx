import { useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { Care } from '@/server/quality/queries/get-annotator-care'
import { decimals } from '@/server/results/decimals'

/** Agreement with oneself on hidden repeats, by criterion. */
export function RepeatsTable({ repeats }: { repeats: Care['repeats'] }) {
  const t = useTranslations('qualityResults')
  if (repeats.length === 0) return <p className="text-muted-foreground">{t('repeatsNone')}</p>
  const hasScales = repeats.some(({ result }) => result.withinOne !== null)
  return (
    <Table caption={t('repeats')} className="w-auto" frameClassName="w-fit max-w-full">
      <TableHeader>
        <TableRow>
          <TableHead>{t('criterion')}</TableHead>
          <TableHead numeric>{t('n')}</TableHead>
          <TableHead numeric>{t('equal')}</TableHead>
          {hasScales ? <TableHead numeric>{t('within')}</TableHead> : null}
          <TableHead numeric>{t('alpha')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {repeats.map(({ criterion, label, result }) => (
          <TableRow key={criterion}>
            <TableHead scope="row" className="text-foreground">
              {label}
            </TableHead>
            <TableCell numeric>{result.n}</TableCell>
            <TableCell numeric>
              {result.exact.value === null ? '–' : t('share', { share: result.exact.value })}
            </TableCell>
            {hasScales ? (
              <TableCell numeric>
                {result.withinOne?.value == null ? '–' : t('share', { share: result.withinOne.value })}
              </TableCell>
            ) : null}
            <TableCell numeric>{decimals(result.alpha, 2)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
