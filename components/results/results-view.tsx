import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { NavTabs } from '@/components/ui/nav-tabs'
import { Section } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { FurtherScores as Further } from '@/server/results/queries/get-further-scores'
import type { LabelTable } from '@/server/results/queries/get-labels'
import type { Scores } from '@/server/results/queries/get-scores'
import type { Protocol } from '@/server/studies/schema'
import { type Bridge, BridgeSection } from './bridge-section'
import { Distributions } from './distributions'
import { DownloadActions } from './download-actions'
import { FurtherScores } from './further-scores'
import { JudgmentsSwitch } from './judgments-switch'
import { LabelTables } from './label-tables'
import { languageName } from './language-name'
import { ScoreTableView } from './score-table-view'
import { StatusCounts } from './status-counts'
import { withJudgments } from './with-judgments'

interface ResultsViewProps {
  scores: Scores
  further: Further
  labels: LabelTable[]
  language: string | null
  /** Responses are also judged by a rubric. */
  hasRubric: boolean
  /** What anchors of a model that was added later got, by each scale. */
  bridges: Bridge[]
  /** Of the protocol; null: off. */
  adaptive: Protocol['adaptive']
}

/** The results of a study in one language, or in all together (null). */
export function ResultsView({ scores, further, labels, language, hasRubric, bridges, adaptive }: ResultsViewProps) {
  const t = useTranslations('results')
  const locale = useLocale()
  const table = scores.tables.find(one => one.language === language)
  const { filter, adjudicated, disclosure } = scores
  const { judgments } = filter
  const at = (page: string) => `/studies/${scores.slug}/results${page}`
  const keep = (page: string) => withJudgments(at(page), judgments)
  const importLink =
    scores.state === 'DRAFT' || scores.state === 'CLOSED' ? (
      <Button asChild variant="outline">
        <Link href={at('/import')}>{t('importRecorded')}</Link>
      </Button>
    ) : null
  if (scores.live + scores.recorded === 0 || !table)
    return <EmptyState title={t('noneTitle')} description={t('noneDescription')} action={importLink} />
  const { label, min, max, step } = scores.scale
  // Whoever copies a table out of the page takes with it what it is of.
  const disclosed = [disclosure, judgments === 'adjudicated' ? t('disclosedAdjudicated', { count: adjudicated }) : '']
    .filter(Boolean)
    .join(' ')
  return (
    <>
      {scores.state === 'OPEN' || scores.state === 'PAUSED' ? (
        <Alert variant="warning" className="mb-6">
          {t('interim')}
        </Alert>
      ) : null}
      {adaptive ? (
        <Alert variant="info" className="mb-6">
          {t('adaptive', { floor: adaptive.floorPerPair, budget: adaptive.budget })}
        </Alert>
      ) : null}
      <div className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <NavTabs
          label={t('languages')}
          items={[
            { href: keep(''), label: t('allLanguages'), exact: true },
            ...scores.languages.map(tag => ({
              href: keep(`/${encodeURIComponent(tag)}`),
              label: languageName(tag, locale),
            })),
          ]}
        />
        <div className="flex flex-wrap gap-2">
          {hasRubric ? (
            <Button asChild variant="outline">
              <Link href={keep('/rubric')}>{t('toRubric')}</Link>
            </Button>
          ) : null}
          <Button asChild variant="outline">
            <Link href={keep('/head-to-head')}>{t('toHeadToHead')}</Link>
          </Button>
          <Button asChild variant="outline">
            <Link href={at('/agreement')}>{t('toAgreement')}</Link>
          </Button>
          <DownloadActions study={scores.slug} judgments={judgments} />
        </div>
      </div>
      <JudgmentsSwitch
        address={at(language === null ? '' : `/${encodeURIComponent(language)}`)}
        judgments={judgments}
        adjudicated={adjudicated}
      />
      <Section title={t('scores')}>
        <ScoreTableView table={table} scale={t('scale', { label, min, max, step })} disclosure={disclosed} />
      </Section>
      <FurtherScores further={further} disclosure={disclosed} />
      <LabelTables tables={labels} disclosure={disclosed} />
      <BridgeSection bridges={bridges} disclosure={disclosure} />
      <Section title={t('distribution')}>
        <Distributions scores={scores} language={language} disclosure={disclosed} />
      </Section>
      <Section title={t('statuses')} description={t('statusesDescription')}>
        <StatusCounts scores={scores} language={language} />
      </Section>
      <Section title={t('basis')} actions={importLink}>
        <StatGroup>
          <Stat label={t('live')} value={t('count', { count: scores.live })} />
          <Stat label={t('recorded')} value={t('count', { count: scores.recorded })} hint={t('recordedHint')} />
          <Stat label={t('annotators')} value={t('count', { count: scores.annotators })} />
          <Stat label={t('shared')} value={t('count', { count: scores.sharedResponses })} hint={t('sharedHint')} />
        </StatGroup>
      </Section>
    </>
  )
}
