import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { CategoryView } from '@/server/items/queries/imports'
import type { ImportSummary } from '@/server/items/schema'

/** What a file holds: totals, and counts per language, category and model. */
export function ImportReport({ summary, categories }: { summary: ImportSummary; categories: CategoryView[] }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const { items, responses, problems, badLines } = summary
  const hints = [
    responses.withReasoning > 0 ? t('report.reasoning', { count: responses.withReasoning }) : null,
    ...extrasOf(summary.extras).map(([key, count]) => t(`report.extras.${key}`, { count })),
    responses.sharingSlot > 0 ? t('report.sharing', { count: responses.sharingSlot }) : null,
  ].filter(Boolean)
  return (
    <Section title={t('report.title')} description={hints.length > 0 ? `${hints.join('. ')}.` : undefined}>
      <StatGroup>
        <Stat label={t('report.lines')} value={format.number(summary.lines)} />
        <Stat
          label={t('report.newItems')}
          value={format.number(items.new)}
          hint={items.unchanged > 0 ? t('report.unchanged', { count: items.unchanged }) : undefined}
        />
        <Stat
          label={t('report.newResponses')}
          value={format.number(responses.new)}
          hint={responses.unchanged > 0 ? t('report.unchanged', { count: responses.unchanged }) : undefined}
        />
        <Stat
          label={t('report.errors')}
          value={format.number(problems.errors)}
          tone={problems.errors > 0 ? 'destructive' : 'default'}
          hint={badLines > 0 ? t('report.badLines', { count: badLines }) : undefined}
        />
        <Stat
          label={t('report.warnings')}
          value={format.number(problems.warnings)}
          tone={problems.warnings > 0 ? 'warning' : 'default'}
        />
      </StatGroup>
      {summary.counts.length > 0 ? (
        <CountTable summary={summary} categories={categories} />
      ) : (
        <p className="text-muted-foreground">{t('report.empty')}</p>
      )}
    </Section>
  )
}

/** Counts of what only some items have, those above zero. */
function extrasOf({ purposes, expected, contexts, translations, pairs, rubrics }: ImportSummary['extras']) {
  const counts = [
    ['gold', purposes.GOLD],
    ['attention', purposes.ATTENTION],
    ['calibration', purposes.CALIBRATION],
    ['qualification', purposes.QUALIFICATION],
    ['expected', expected],
    ['translations', translations],
    ['contexts', contexts],
    ['rubrics', rubrics.new],
    ['rubricsChanged', rubrics.changed],
    ['pairs', pairs],
  ] as const
  return counts.flatMap(([key, count]) => (count ? [[key, count] as const] : []))
}

function CountTable({ summary, categories }: { summary: ImportSummary; categories: CategoryView[] }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const models = summary.models.filter(model => model.responses > 0)
  const order = new Map(categories.map(({ code }, index) => [code, index]))
  const names = new Map(categories.map(({ code, name }) => [code, name]))
  const keyOf = (count: { language: string; category: string | null }) => `${count.language}/${count.category ?? ''}`
  const rows = [...new Map(summary.counts.map(count => [keyOf(count), count])).values()].sort(
    (a, b) =>
      a.language.localeCompare(b.language) ||
      (order.get(a.category ?? '') ?? 999) - (order.get(b.category ?? '') ?? 999),
  )
  const cells = new Map(summary.counts.map(count => [`${keyOf(count)}/${count.model ?? ''}`, count.count]))
  const total = (model: string | null) =>
    summary.counts.filter(count => count.model === model).reduce((sum, { count }) => sum + count, 0)
  const shown = (count: number) => (count === 0 ? '–' : format.number(count))
  return (
    <Table caption={t('report.counts')} dense>
      <TableHeader>
        <TableRow>
          <TableHead>{t('report.language')}</TableHead>
          <TableHead>{t('report.category')}</TableHead>
          <TableHead numeric>{t('report.items')}</TableHead>
          {models.map(model => (
            <TableHead key={model.name} numeric>
              <bdi>{model.name}</bdi>
              {model.isNew ? (
                <Badge variant="info" className="ms-1.5">
                  {t('report.newModel')}
                </Badge>
              ) : null}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(row => (
          <TableRow key={keyOf(row)}>
            <TableCell>{row.language}</TableCell>
            <TableCell>
              {row.category === null ? t('report.noCategory') : (names.get(row.category) ?? row.category)}
            </TableCell>
            <TableCell numeric>{shown(cells.get(`${keyOf(row)}/`) ?? 0)}</TableCell>
            {models.map(model => (
              <TableCell key={model.name} numeric>
                {shown(cells.get(`${keyOf(row)}/${model.name}`) ?? 0)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell>{t('report.total')}</TableCell>
          <TableCell />
          <TableCell numeric>{shown(total(null))}</TableCell>
          {models.map(model => (
            <TableCell key={model.name} numeric>
              {shown(total(model.name))}
            </TableCell>
          ))}
        </TableRow>
      </TableFooter>
    </Table>
  )
}
