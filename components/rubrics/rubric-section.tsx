import { useFormatter, useTranslations } from 'next-intl'
import { FormulaLine } from '@/components/rendering/formula-line'
import { Alert } from '@/components/ui/alert'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { RubricPoint } from '@/criteria/checklist/schema'
import type { ItemRubric } from '@/server/items/queries/rubrics'
import { PointChanges } from './point-changes'
import { ReturnOutdated } from './return-outdated'
import { RubricEditor } from './rubric-editor'

interface RubricSectionProps {
  study: string
  state: 'DRAFT' | 'OPEN' | 'PAUSED' | 'CLOSED'
  itemId: string
  rubric: ItemRubric
}

/** What the responses to an item are judged by, its versions, and a new one. */
export function RubricSection({ study, state, itemId, rubric }: RubricSectionProps) {
  const t = useTranslations('rubrics')
  const format = useFormatter()
  const { versions, isJudgedBy, notReturned } = rubric
  const [newest] = versions
  if (!newest && !isJudgedBy) return null
  return (
    <Section title={t('title')} description={newest ? t('version', { version: newest.version }) : t('none')}>
      {isJudgedBy ? null : <Alert className="mb-3">{t('notJudgedBy')}</Alert>}
      {notReturned > 0 ? (
        <Alert
          variant="warning"
          className="mb-3"
          action={<ReturnOutdated study={study} itemId={itemId} count={notReturned} />}
        >
          {t('notReturned', { count: notReturned })}
        </Alert>
      ) : null}
      {newest ? <PointTable points={newest.points} /> : null}
      {state === 'CLOSED' ? null : (
        <RubricEditor
          key={newest?.version ?? 0}
          study={study}
          itemId={itemId}
          base={newest?.version ?? 0}
          points={newest?.points ?? []}
        />
      )}
      {versions.length > 1 ? (
        <details className="mt-4">
          <summary className="cursor-pointer font-medium text-sm">{t('versions')}</summary>
          <ol className="mt-2 grid gap-3">
            {versions.map(version => (
              <li key={version.version} className="rounded-lg border bg-card px-4 py-3">
                <p className="font-medium">
                  {t('version', { version: version.version })}{' '}
                  <span className="font-normal text-muted-foreground text-sm">
                    {t('made', {
                      date: format.dateTime(version.createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
                      name: version.createdBy ?? t('fromFile'),
                    })}
                  </span>
                </p>
                <PointChanges changes={version.changes} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </Section>
  )
}

function PointTable({ points }: { points: readonly RubricPoint[] }) {
  const t = useTranslations('rubrics')
  return (
    <Table caption={t('title')} dense>
      <TableHeader>
        <TableRow>
          <TableHead>{t('point')}</TableHead>
          <TableHead>{t('grading')}</TableHead>
          <TableHead numeric>{t('maximum')}</TableHead>
          <TableHead numeric>{t('weight')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {points.map(point => (
          <TableRow key={point.id}>
            <TableCell wrap dir="auto" className="whitespace-pre-wrap break-words">
              <FormulaLine text={point.text} />
            </TableCell>
            <TableCell>{t(`gradings.${point.grading}`)}</TableCell>
            <TableCell numeric>{point.maximum}</TableCell>
            <TableCell numeric>{point.weight === null ? '–' : Number(point.weight.toPrecision(3))}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
