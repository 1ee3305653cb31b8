import { useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { ItemOutcome } from '@/server/results/queries/get-item-outcomes'

/** Who won on one item, by each criterion that compares. */
export function OutcomeTable({ outcomes }: { outcomes: readonly ItemOutcome[] }) {
  const t = useTranslations('itemJudgments')
  const hasSeveral = new Set(outcomes.map(one => one.criterion.id)).size > 1
  const hasMeans = outcomes.some(one => one.means !== null)
  return (
    <Table caption={t('outcomesCaption')} className="w-auto" frameClassName="w-fit max-w-full">
      <TableHeader>
        <TableRow>
          {hasSeveral ? <TableHead>{t('criterion')}</TableHead> : null}
          <TableHead>{t('firstModel')}</TableHead>
          <TableHead>{t('second')}</TableHead>
          {hasMeans ? <TableHead numeric>{t('means')}</TableHead> : null}
          <TableHead>{t('outcome')}</TableHead>
          <TableHead numeric>{t('votes')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {outcomes.map(({ criterion, first, second, outcome, judgments, means }) => (
          <TableRow key={`${criterion.id} ${first.id} ${second.id}`}>
            {hasSeveral ? <TableCell>{criterion.label}</TableCell> : null}
            <TableCell>
              <bdi>{first.name}</bdi>
            </TableCell>
            <TableCell>
              <bdi>{second.name}</bdi>
            </TableCell>
            {hasMeans ? (
              <TableCell numeric>
                {means ? (
                  <bdi dir="ltr">
                    {decimals(means[0], 2)} : {decimals(means[1], 2)}
                  </bdi>
                ) : (
                  '–'
                )}
              </TableCell>
            ) : null}
            <TableCell>{t(`outcomeOf.${outcome}`, { model: outcome === 'loss' ? second.name : first.name })}</TableCell>
            <TableCell numeric>{judgments}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
