import type { Matrix } from 'ml-matrix'
import { criticalNormal } from '../critical-normal'
import type { Strength } from './strength-fit'

/** Strengths with their intervals (normal), from their covariance. */
export function describeStrengths(beta: readonly number[], covariance: Matrix, level: number): Strength[] {
  const z = criticalNormal(level)
  return beta.map((value, item) => {
    const standardError = Math.sqrt(Math.max(0, covariance.get(item, item)))
    return { value, standardError, lower: value - z * standardError, upper: value + z * standardError }
  })
}
