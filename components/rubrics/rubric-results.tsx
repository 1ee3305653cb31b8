import { Download } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { type Bridge, BridgeSection } from '@/components/results/bridge-section'
import { withFilter } from '@/components/results/filter/filter-address'
import { ModelColumn, ModelRow } from '@/components/results/model-head'
import { onlyLanguage } from '@/components/results/only-language'
import { ResultsFrame } from '@/components/results/results-frame'
import { ScoreTableView } from '@/components/results/score-table-view'
import { SummaryBasis } from '@/components/results/summary-basis'
import { TableDownload } from '@/components/results/table-download'
import { useDisclosed } from '@/components/results/use-disclosed'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { RubricScores } from '@/server/results/queries/get-rubric-scores'
import type { RubricRates } from '@/server/results/rubric-table'

interface RubricResultsProps {
  scores: RubricScores
  /** What anchors of a model that was added later got. */
  bridge: Bridge
}

/** Scores by rubric, under the filter of the page. */
export function RubricResults({ scores, bridge }: RubricResultsProps) {
  const t = useTranslations('rubricResults')
  const general = useTranslations('results')
  const disclosed = useDisclosed(scores)
  const { slug, filter, criteria, criterion } = scores
  const table = scores.tables.find(one => one.language === onlyLanguage(filter))
  const chosen = criteria.length > 1 ? `?criterion=${criterion.id}` : ''
  const file = (name: string) => withFilter(`/api/downloads/studies/${encodeURIComponent(slug)}/${name}`, filter)
  return (
    <ResultsFrame
      study={scores}
      page={`/rubric${chosen}`}
      filter={filter}
      facts={scores}
      languages={scores.languages}
      adaptive={null}
      downloads={
        <>
          <TableDownload address={file(`rubrics?criterion=${criterion.id}`)} label={general('downloadTable')} />
          <TableDownload address={file(`rubrics?criterion=${criterion.id}&rows=rates`)} label={t('downloadRates')} />
          <Button asChild variant="outline">
            <a href={file('ratings')} download>
              <Download aria-hidden />
              {general('downloadLong')}
            </a>
          </Button>
        </>
      }
    >
      {scores.outdated > 0 ? (
        <Alert variant="warning" className="mb-6">
          {t('outdated', { count: scores.outdated })}
        </Alert>
      ) : null}
      {criteria.length > 1 ? (
        <nav aria-label={t('criteria')} className="mb-4 flex flex-wrap gap-3 text-sm">
          {criteria.map(one => (
            <Link
              key={one.id}
              href={withFilter(`/studies/${slug}/results/rubric?criterion=${one.id}`, filter)}
              aria-current={one.id === criterion.id ? 'page' : undefined}
              className="underline-offset-4 hover:underline aria-[current]:font-semibold"
            >
              {one.label}
            </Link>
          ))}
        </nav>
      ) : null}
      {table ? (
        <>
          <Section title={t('scores', { label: criterion.label })}>
            <ScoreTableView
              table={table}
              scale={t('scale')}
              disclosure={disclosed}
              behind={{ study: slug, criterion: criterion.id, filter }}
            />
          </Section>
          <Section title={t('rates')} description={t('ratesDescription')}>
            <RatesTable rates={table.rates} />
          </Section>
        </>
      ) : null}
      <BridgeSection bridges={[bridge]} disclosure={disclosed} byRubric />
      <SummaryBasis study={scores} facts={scores} />
    </ResultsFrame>
  )
}

function RatesTable({ rates }: { rates: RubricRates[] }) {
  const t = useTranslations('rubricResults')
  const format = useFormatter()
  const cell = (
    { n, value, lower, upper }: { n: number; value: number | null; lower: number | null; upper: number | null },
    write: (value: number) => string,
  ) => (
    <TableCell numeric>
      <span className="block">{value === null ? '–' : write(value)}</span>
      <span className="mt-1 block text-muted-foreground text-xs">
        {lower === null || upper === null
          ? t('n', { n })
          : t('interval', { lower: write(lower), upper: write(upper), n })}
      </span>
    </TableCell>
  )
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  const written = (text: string) => text.replace('-', '−')
  const points = (value: number) => written(format.number(value, digits))
  const share = (value: number) => written(format.number(value, { ...digits, style: 'percent' }))
  return (
    <Table caption={t('rates')}>
      <TableHeader>
        <TableRow>
          <ModelColumn>{t('model')}</ModelColumn>
          <TableHead numeric>{t('mean')}</TableHead>
          <TableHead numeric>{t('strict')}</TableHead>
          <TableHead numeric>{t('points')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rates.map(row => (
          <TableRow key={row.model.id}>
            <ModelRow name={row.model.name} />
            {cell(row.score, points)}
            {cell(row.strict, share)}
            {cell(row.points, share)}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
