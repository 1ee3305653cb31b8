import { useTranslations } from 'next-intl'
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { distributionBins } from '@/server/results/distribution-bins'
import type { Scores } from '@/server/results/queries/get-scores'
import { DistributionChart } from './distribution-chart'

/** Score distributions of all models in a language: charts side by side, exact counts on demand. */
export function Distributions({ scores, language }: { scores: Scores; language: string | null }) {
  const t = useTranslations('results')
  const models = scores.models.map(model => {
    const bins = distributionBins(scores.scoreCounts, model.id, language, scores.scale)
    return { ...model, bins, total: bins.reduce((sum, bin) => sum + bin.count, 0) }
  })
  const shares = models.flatMap(({ bins, total }) => bins.map(bin => (total === 0 ? 0 : bin.count / total)))
  const largestShare = Math.max(0, ...shares)
  const [first] = models
  return (
    <>
      <p className="text-muted-foreground text-xs">{t('distributionScale', { share: largestShare })}</p>
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {models.map(({ id, name, bins }) => (
          <DistributionChart key={id} model={name} bins={bins} largestShare={largestShare} />
        ))}
      </div>
      <Collapsible>
        <CollapsibleTrigger>{t('exactCounts')}</CollapsibleTrigger>
        <CollapsibleContent className="pt-2">
          <Table caption={t('exactCounts')} dense>
            <TableHeader>
              <TableRow>
                <TableHead>{t('score')}</TableHead>
                {models.map(({ id, name }) => (
                  <TableHead key={id} numeric>
                    <bdi>{name}</bdi>
                  </TableHead>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {first?.bins.map((bin, index) => (
                <TableRow key={bin.firstStep}>
                  <TableHead scope="row">{bin.label}</TableHead>
                  {models.map(({ id, bins }) => (
                    <TableCell key={id} numeric>
                      {bins[index]?.count}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </CollapsibleContent>
      </Collapsible>
    </>
  )
}
