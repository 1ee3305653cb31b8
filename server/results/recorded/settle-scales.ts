// Turns decimals of a file into whole steps of their scales, and says which step a scale would need.
import type { ScaleCriterion } from '../../../criteria/scale/schema'
import { type Scale, toSteps } from '../../../criteria/scale/steps'
import type { RecordedProblem } from '../schema'
import type { Statement } from './statement'

export const scaleSteps = [1, 0.5, 0.2, 0.1] as const

/** The coarsest step with which all of `scores` lie between the scale's ends, or null when none would do. */
export function neededStep(scores: readonly number[], scale: Scale): (typeof scaleSteps)[number] | null {
  return scaleSteps.find(step => scores.every(score => toSteps(score, { ...scale, step }) !== null)) ?? null
}

/** The decimals that a file says by scale. */
export function scoresByScale(statements: readonly Statement[]): Map<ScaleCriterion, number[]> {
  const found = new Map<ScaleCriterion, number[]>()
  for (const { criterion, said } of statements) {
    if (criterion.kind !== 'scale' || said === null) continue
    const scores = found.get(criterion)
    if (scores) scores.push(Number(said))
    else found.set(criterion, [Number(said)])
  }
  return found
}

/** The same statements with steps for decimals, on the scales as they are now. Scores off the scale are problems. */
export function settleScales(
  statements: readonly Statement[],
  scales: ReadonlyMap<string, ScaleCriterion>,
): { statements: Statement[]; problems: RecordedProblem[] } {
  const problems: RecordedProblem[] = []
  const needed = new Map([...scoresByScale(statements)].map(([{ id }, scores]) => [id, scores]))
  const settled = statements.map(statement => {
    const { criterion, said } = statement
    if (criterion.kind !== 'scale' || said === null) return statement
    const scale = scales.get(criterion.id) ?? criterion
    const steps = toSteps(Number(said), scale)
    if (steps === null)
      problems.push(offScale(statement.line, String(said), scale, neededStep(needed.get(scale.id) ?? [], scale)))
    return { ...statement, said: steps }
  })
  return { statements: settled, problems }
}

function offScale(line: number, said: string, scale: Scale, needed: number | null): RecordedProblem {
  const isInside = Number(said) >= scale.min && Number(said) <= scale.max
  const message = `${said} does not lie on the scale from ${scale.min} to ${scale.max} in steps of ${scale.step}.`
  const fix =
    isInside && needed !== null
      ? `The file's scores need a step of ${needed}: in a draft without judgments give --step ${needed}, or set it in the study's settings.`
      : isInside
        ? 'Scores have at most one decimal.'
        : 'Correct the score, or give the study another minimum and maximum.'
  return { line, field: 'score', value: said, message, fix }
}
