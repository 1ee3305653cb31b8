import { useLocale, useTranslations } from 'next-intl'
import { languageName } from '@/components/results/language-name'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { Plan } from '@/server/studies/queries/get-plan'

/** What each number of items finds: the one planned for, those of the languages, and round ones. */
export function PlanningTable({ plan }: { plan: Plan }) {
  const t = useTranslations('planning')
  const locale = useLocale()
  const { rows, items, assumptions, imported } = plan
  const hasScores = assumptions.scores !== null
  const power = (value: number) => (
    <span className={value < 0.5 ? 'text-destructive' : undefined}>{t('share', { share: value })}</span>
  )
  return (
    <Table caption={t('table')} className="w-auto" frameClassName="w-fit max-w-full">
      <TableHeader>
        <TableRow>
          <TableHead>{t('items')}</TableHead>
          {hasScores ? (
            <>
              <TableHead numeric>{t('pairedPower')}</TableHead>
              <TableHead numeric>{t('detectable')}</TableHead>
            </>
          ) : null}
          <TableHead numeric>{t('signPower')}</TableHead>
          <TableHead numeric>{t('detectableNet')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(row => (
          <TableRow key={row.items} className={row.items === items ? 'bg-accent' : undefined}>
            <TableHead scope="row" className="text-foreground">
              <span className="tabular">{t('count', { count: row.items })}</span>{' '}
              {row.items === items ? (
                <Badge variant="info">{t(items === imported.all ? 'allItems' : 'planned')}</Badge>
              ) : null}{' '}
              {imported.languages.length > 1 && row.languages.length > 0 ? (
                <span className="font-normal text-muted-foreground">
                  {row.languages.map(tag => languageName(tag, locale)).join(', ')}
                </span>
              ) : null}
            </TableHead>
            {hasScores ? (
              <>
                <TableCell numeric>{row.paired ? power(row.paired.power) : null}</TableCell>
                <TableCell numeric>{decimals(row.paired?.detectable ?? null, 2)}</TableCell>
              </>
            ) : null}
            <TableCell numeric>{power(row.sign.power)}</TableCell>
            <TableCell numeric>
              {row.sign.detectable === null ? t('noneIsEnough') : t('points', { points: 100 * row.sign.detectable })}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
