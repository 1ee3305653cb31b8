import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { RubricPoint } from '@/criteria/checklist/schema'
import type { PointChange } from '@/server/items/rubric-changes'

const looks = {
  added: 'success',
  changed: 'warning',
  reweighted: 'info',
  moved: 'muted',
  removed: 'destructive',
} as const

/** What is not as it was in the version before, point by point. */
export function PointChanges({ changes }: { changes: readonly PointChange[] }) {
  const t = useTranslations('rubrics')
  const described = ({ text, maximum, grading, weight }: RubricPoint) =>
    `${text} (${t(`gradings.${grading}`)}, ${t('maximum')}: ${maximum}${weight === null ? '' : `, ${t('weight')}: ${Number(weight.toPrecision(3))}`})`
  return (
    <ul className="mt-1 grid gap-2 text-sm">
      {changes.map(({ id, kind, before, after }) => (
        <li key={id} className="grid grid-cols-[auto_1fr] items-start gap-2">
          <Badge variant={looks[kind]}>{t(`kinds.${kind}`)}</Badge>
          <div className="grid min-w-0 gap-0.5 break-words">
            {before && kind !== 'moved' ? (
              <del dir="auto" className="text-muted-foreground">
                {described(before)}
              </del>
            ) : null}
            {after ? <span dir="auto">{described(after)}</span> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
