import { Download } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { type Bridge, BridgeSection } from '@/components/results/bridge-section'
import { JudgmentsSwitch } from '@/components/results/judgments-switch'
import { languageName } from '@/components/results/language-name'
import { ModelColumn, ModelRow } from '@/components/results/model-head'
import { ScoreTableView } from '@/components/results/score-table-view'
import { TableDownload } from '@/components/results/table-download'
import { withJudgments } from '@/components/results/with-judgments'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { NavTabs } from '@/components/ui/nav-tabs'
import { Section } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { RubricScores } from '@/server/results/queries/get-rubric-scores'
import type { RubricRates } from '@/server/results/rubric-table'

interface RubricResultsProps {
  scores: RubricScores
  language: string | null
  /** What anchors of a model that was added later got. */
  bridge: Bridge
}

/** Scores by rubric in one language, or in all together (null). */
export function RubricResults({ scores, language, bridge }: RubricResultsProps) {
  const t = useTranslations('rubricResults')
  const general = useTranslations('results')
  const locale = useLocale()
  const table = scores.tables.find(one => one.language === language)
  if (scores.live + scores.recorded === 0 || !table)
    return <EmptyState title={general('noneTitle')} description={general('noneDescription')} />
  const query = scores.criteria.length > 1 ? `?criterion=${scores.criterion.id}` : ''
  const { filter, adjudicated } = scores
  const { judgments } = filter
  const at = (page: string) => `/studies/${scores.slug}/results/rubric${page}${query}`
  const keep = (page: string) => withJudgments(at(page), judgments)
  const disclosed = [
    scores.disclosure,
    judgments === 'adjudicated' ? general('disclosedAdjudicated', { count: adjudicated }) : '',
  ]
    .filter(Boolean)
    .join(' ')
  const file = (rows: string) =>
    withJudgments(
      `/api/downloads/studies/${encodeURIComponent(scores.slug)}/rubrics?criterion=${scores.criterion.id}${rows}`,
      judgments,
    )
  return (
    <>
      {scores.state === 'OPEN' || scores.state === 'PAUSED' ? (
        <Alert variant="warning" className="mb-6">
          {general('interim')}
        </Alert>
      ) : null}
      {scores.outdated > 0 ? (
        <Alert variant="warning" className="mb-6">
          {t('outdated', { count: scores.outdated })}
        </Alert>
      ) : null}
      <div className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <NavTabs
          label={general('languages')}
          items={[
            { href: keep(''), label: general('allLanguages'), exact: true },
            ...scores.languages.map(tag => ({
              href: keep(`/${encodeURIComponent(tag)}`),
              label: languageName(tag, locale),
            })),
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <TableDownload address={file('')} label={general('downloadTable')} />
          <TableDownload address={file('&rows=rates')} label={t('downloadRates')} />
          <Button asChild variant="outline">
            <a
              href={withJudgments(`/api/downloads/studies/${encodeURIComponent(scores.slug)}/ratings`, judgments)}
              download
            >
              <Download aria-hidden />
              {general('downloadLong')}
            </a>
          </Button>
        </div>
      </div>
      <JudgmentsSwitch
        address={at(language === null ? '' : `/${encodeURIComponent(language)}`)}
        judgments={judgments}
        adjudicated={adjudicated}
      />
      {scores.criteria.length > 1 ? (
        <nav aria-label={t('criteria')} className="mb-4 flex flex-wrap gap-3 text-sm">
          {scores.criteria.map(one => (
            <Link
              key={one.id}
              href={withJudgments(`/studies/${scores.slug}/results/rubric?criterion=${one.id}`, judgments)}
              aria-current={one.id === scores.criterion.id ? 'page' : undefined}
              className="underline-offset-4 hover:underline aria-[current]:font-semibold"
            >
              {one.label}
            </Link>
          ))}
        </nav>
      ) : null}
      <Section title={t('scores', { label: scores.criterion.label })}>
        <ScoreTableView table={table} scale={t('scale')} disclosure={disclosed} />
      </Section>
      <Section title={t('rates')} description={t('ratesDescription')}>
        <RatesTable rates={table.rates} />
      </Section>
      <BridgeSection bridges={[bridge]} disclosure={scores.disclosure} byRubric />
      <Section title={general('basis')}>
        <StatGroup>
          <Stat label={general('live')} value={general('count', { count: scores.live })} />
          <Stat
            label={general('recorded')}
            value={general('count', { count: scores.recorded })}
            hint={general('recordedHint')}
          />
          <Stat label={general('annotators')} value={general('count', { count: scores.annotators })} />
        </StatGroup>
      </Section>
    </>
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
