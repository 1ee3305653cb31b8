// What a new version of a rubric changes, point by point.
import type { ItemPoint, Rubric, RubricPoint } from '../../criteria/checklist/schema'

/**
 * added, changed (text, maximum or grading): judged again. reweighted: it counts otherwise, its grade stays. moved: same
 * point, other place among the points that stay.
 */
export type PointChangeKind = 'added' | 'changed' | 'reweighted' | 'moved' | 'removed'

export interface PointChange {
  id: string
  kind: PointChangeKind
  before: RubricPoint | null
  after: RubricPoint | null
}

const readsTheSame = (a: RubricPoint, b: RubricPoint) =>
  a.text === b.text && a.maximum === b.maximum && a.grading === b.grading

const bare = ({ id, text, maximum, grading, weight }: RubricPoint): RubricPoint => ({
  id,
  text,
  maximum,
  grading,
  weight,
})

/** In the order of the newer version, points that are gone last. Unchanged points are left out. */
export function rubricChanges(before: readonly RubricPoint[], after: readonly RubricPoint[]): PointChange[] {
  const stay = after.filter(point => before.some(old => old.id === point.id))
  const oldOrder = before.filter(point => stay.some(one => one.id === point.id))
  const now = after.flatMap((point): PointChange[] => {
    const old = before.find(one => one.id === point.id)
    const change = (kind: PointChangeKind) => [
      { id: point.id, kind, before: old ? bare(old) : null, after: bare(point) },
    ]
    if (!old) return change('added')
    if (!readsTheSame(old, point)) return change('changed')
    if ((old.weight ?? old.maximum) !== (point.weight ?? point.maximum)) return change('reweighted')
    return oldOrder.indexOf(old) === stay.indexOf(point) ? [] : change('moved')
  })
  const gone = before.filter(point => !after.some(one => one.id === point.id))
  return [...now, ...gone.map(point => ({ id: point.id, kind: 'removed' as const, before: bare(point), after: null }))]
}

/** The next version: every point knows since when it reads as it does, where that is not the first. */
export function nextRubric(current: Rubric | null, points: readonly RubricPoint[]): Rubric {
  const version = (current?.version ?? 0) + 1
  const withSince = points.map((point): ItemPoint => {
    const old = current?.points.find(one => one.id === point.id)
    const since = old && readsTheSame(old, point) ? (old.since ?? 1) : version
    return { ...bare(point), ...(since > 1 && { since }) }
  })
  return { version, points: withSince }
}
