// Turns digits typed one after the other into a score on a scale.
import { formatSteps, type Scale, stepCount, toSteps } from './steps'

export interface Entry {
  /** What has been typed: "1", "10", "7.". */
  typed: string
  /** In steps from the minimum; null while it is no score of the scale. */
  value: number | null
  /** Nothing more can follow. */
  complete: boolean
}

const scores = new WeakMap<Scale, string[]>()

function allScores(scale: Scale): string[] {
  const known = scores.get(scale)
  if (known) return known
  const all = Array.from({ length: stepCount(scale) + 1 }, (_, steps) => formatSteps(steps, scale)).flatMap(score =>
    score.includes('.') ? (score.endsWith('.0') ? [score, score.slice(0, -2)] : [score]) : [score],
  )
  scores.set(scale, all)
  return all
}

const stepsOf = (typed: string, scale: Scale) => (/\d$/.test(typed) ? toSteps(Number(typed), scale) : null)

/** The entry after one more character; null when no score of the scale begins like that. */
export function typeCharacter(typed: string, character: string, scale: Scale): Entry | null {
  const next = typed + character
  const longer = allScores(scale).filter(score => score.startsWith(next))
  if (longer.length === 0) return null
  const value = stepsOf(next, scale)
  const complete = value !== null && longer.every(score => stepsOf(score, scale) === value)
  return { typed: next, value, complete }
}
