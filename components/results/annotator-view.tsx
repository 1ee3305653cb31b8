import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { AnnotatorScores, AnnotatorView as View } from '@/server/results/queries/compute-annotator-view'
import type { Computed } from '@/server/results/queries/get-computed'
import { ComputedFrame } from './computed-frame'
import { withFilter } from './filter/filter-address'
import { NormalisedMeans } from './normalised-means'
import { OneTableDownload } from './one-table-download'
import { ResultFigure } from './result-figure'
import { SeverityChart } from './severity-chart'
import { type Disclosable, useDisclosed } from './use-disclosed'

interface AnnotatorViewProps {
  study: string
  view: Computed<View>
  facts: Disclosable
}

/** How severe each annotator is, how far their scores spread, how long they take; and models with that taken out. */
export function AnnotatorView({ study, view, facts }: AnnotatorViewProps) {
  const t = useTranslations('annotatorView')
  const disclosed = useDisclosed(facts)
  return (
    <ComputedFrame computed={view}>
      {value => (
        <>
          <Section
            title={t('title')}
            description={t('description')}
            actions={<OneTableDownload study={study} table="annotators" filter={facts.filter} />}
          >
            <AnnotatorScoresTable study={study} annotators={value.annotators} facts={facts} disclosure={disclosed} />
          </Section>
          <Section title={t('severity')}>
            <SeverityChart study={study} view={value} disclosure={disclosed} />
          </Section>
          <Section title={t('normalised')} description={t('normalisedDescription')}>
            <NormalisedMeans view={value} disclosure={disclosed} />
          </Section>
        </>
      )}
    </ComputedFrame>
  )
}

interface AnnotatorScoresTableProps {
  study: string
  annotators: AnnotatorScores[]
  facts: Disclosable
  disclosure: string
}

function AnnotatorScoresTable({ study, annotators, facts, disclosure }: AnnotatorScoresTableProps) {
  const t = useTranslations('annotatorView')
  const format = useFormatter()
  return (
    <ResultFigure disclosure={disclosure} howToRead={t('howToRead')}>
      <Table caption={t('title')} stickyHeader frameClassName="max-h-[40rem]">
        <TableHeader>
          <TableRow>
            <TableHead className="sticky start-0 z-20 bg-muted">{t('annotator')}</TableHead>
            <TableHead numeric>{t('judgments')}</TableHead>
            <TableHead numeric>{t('ratings')}</TableHead>
            <TableHead numeric>{t('mean')}</TableHead>
            <TableHead numeric>{t('deviation')}</TableHead>
            <TableHead numeric>{t('time')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {annotators.map(({ annotator, judgments, ratings, mean, standardDeviation, medianActiveMs, isConstant }) => (
            <TableRow key={annotator}>
              <TableHead scope="row" className="sticky start-0 z-10 bg-card text-foreground">
                <Link
                  href={withFilter(`/studies/${study}/results/items`, { ...facts.filter, annotators: [annotator] })}
                  prefetch={false}
                  className="rounded-sm underline-offset-4 hover:underline"
                >
                  <bdi>{annotator}</bdi>
                </Link>
                {isConstant ? (
                  <Badge variant="warning" className="ms-2">
                    {t('constant')}
                  </Badge>
                ) : null}
              </TableHead>
              <TableCell numeric>{format.number(judgments)}</TableCell>
              <TableCell numeric>{format.number(ratings)}</TableCell>
              <TableCell numeric>{decimals(mean, 2)}</TableCell>
              <TableCell numeric>{decimals(standardDeviation, 2)}</TableCell>
              <TableCell numeric>
                {medianActiveMs === null ? '–' : t('minutes', { minutes: medianActiveMs / 60_000 })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ResultFigure>
  )
}
