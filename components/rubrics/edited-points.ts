// A rubric while it is being edited: what is typed need not be right yet.
import type { SchemaWords } from '@/components/ui/schema-words'
import { type RubricPoint, rubricPointsSchema } from '@/criteria/checklist/schema'

export interface EditedPoint extends Omit<RubricPoint, 'maximum'> {
  maximum: number | null
}

export const toEdited = (points: readonly RubricPoint[]): EditedPoint[] =>
  points.map(({ id, text, maximum, grading, weight }) => ({ id, text, maximum, grading, weight }))

/** A point with an id that no other has. */
export function newPoint(points: readonly EditedPoint[], taken: readonly string[]): EditedPoint {
  const ids = new Set([...points.map(point => point.id), ...taken])
  let number = points.length + 1
  while (ids.has(`p${number}`)) number += 1
  return { id: `p${number}`, text: '', maximum: 1, grading: 'partly', weight: null }
}

/** With the point at `index` moved to another place. */
export function moved(points: readonly EditedPoint[], index: number, to: number): EditedPoint[] {
  const next = [...points]
  const [point] = next.splice(index, 1)
  if (point) next.splice(to, 0, point)
  return next
}

/** The points, or, in these words, what is wrong with the first that is not right (number 0: with the list). */
export function checkPoints(
  points: readonly EditedPoint[],
  words: SchemaWords,
): { points: RubricPoint[] } | { number: number; problem: string } {
  const parsed = rubricPointsSchema.safeParse(points, { error: words.error })
  if (parsed.success) return { points: parsed.data }
  const issue = parsed.error.issues[0]
  const index = issue?.path[0]
  return { number: typeof index === 'number' ? index + 1 : 0, problem: words.text(issue?.message ?? '') }
}
