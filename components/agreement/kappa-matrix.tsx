import { useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { CriterionAgreement } from '@/server/results/agreement/criterion-agreement'
import { decimals } from '@/server/results/decimals'

/** Cohen's κ of each two annotators, with the units that both judged. */
export function KappaMatrix({ agreement }: { agreement: CriterionAgreement }) {
  const t = useTranslations('agreement')
  const { annotators, kappas, weighting, criterion } = agreement
  const rows = annotators.slice(0, -1)
  const columns = annotators.slice(1)
  return (
    <Table caption={t('kappas', { criterion: criterion.label, weighting: t(`weighting.${weighting}`) })} dense>
      <TableHeader>
        <TableRow>
          <TableHead>{t('annotator')}</TableHead>
          {columns.map(name => (
            <TableHead key={name} numeric>
              <bdi>{name}</bdi>
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(first => (
          <TableRow key={first}>
            <TableHead scope="row" className="text-foreground">
              <bdi>{first}</bdi>
            </TableHead>
            {columns.map(second => {
              const found = kappas.find(one => one.first === first && one.second === second)
              return (
                <TableCell key={second} numeric>
                  {found && found.kappa.n > 0 ? (
                    <>
                      {decimals(found.kappa.value, 2)}{' '}
                      <span className="text-muted-foreground text-xs">{t('units', { count: found.kappa.n })}</span>
                    </>
                  ) : null}
                </TableCell>
              )
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
