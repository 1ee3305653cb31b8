// Compares our functions with published reference values (gold/NN-*.json, each with its source).
import { describe, expect, it } from 'vitest'

interface GoldCase<Input> {
  id: string
  title: string
  source: string
  input: Input
  expected: unknown
  tolerance: { abs: number; rel: number }
}

type Path = readonly (string | number)[]

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null
const child = (value: unknown, key: string | number): unknown =>
  isBranch(value) ? (value as Record<string | number, unknown>)[key] : undefined
const follow = (value: unknown, path: Path): unknown => path.reduce(child, value)

/** Every leaf of an expected value: numbers, strings, booleans and nulls. Empty lists are leaves. */
function* leaves(value: unknown, path: Path = []): Generator<{ path: Path; expected: unknown }> {
  if (!isBranch(value) || Object.keys(value).length === 0) yield { path, expected: value }
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key])
}

/** Is there a reason beside an undefined value, or beside something that contains it? */
function hasReason(got: unknown, path: Path): boolean {
  return path.some((_, depth) => {
    const reason = child(follow(got, path.slice(0, depth)), 'reason')
    return typeof reason === 'string' && reason !== ''
  })
}

function problemAt(got: unknown, path: Path, expected: unknown, tolerance: { abs: number; rel: number }) {
  const value = follow(got, path)
  if (expected === null) {
    if (value !== null) return `${value} instead of null`
    return path.at(-1) === 'reason' || hasReason(got, path) ? null : 'null without a reason'
  }
  if (typeof expected === 'number') {
    const allowed = Math.max(tolerance.abs, tolerance.rel * Math.abs(expected))
    return typeof value === 'number' && Math.abs(value - expected) <= allowed
      ? null
      : `${value} instead of ${expected} ± ${allowed}`
  }
  if (isBranch(expected)) return isBranch(value) && Object.keys(value).length === 0 ? null : `${value} is not empty`
  return value === expected ? null : `${value} instead of ${expected}`
}

/**
 * A test of one case: `compute` makes from its input what it expects, under the same keys; more keys are fine.
 * `notOffered` lists figures that the product does not have: keys at any depth, or paths of one figure (`a.b`).
 */
export function makeGoldCheck<Input>(
  gold: GoldCase<Input>,
  compute: (input: Input) => unknown,
  notOffered: readonly string[] = [],
): void {
  describe(`gold case ${gold.id}: ${gold.title}`, () => {
    it(`agrees with ${gold.source}`, () => {
      const got = compute(gold.input)
      const compared = [...leaves(gold.expected)].filter(
        ({ path }) => !notOffered.includes(path.join('.')) && !path.some(key => notOffered.includes(`${key}`)),
      )
      const problems = compared.flatMap(({ path, expected }) => {
        const problem = problemAt(got, path, expected, gold.tolerance)
        return problem === null ? [] : [`${path.join('.')}: ${problem}`]
      })
      expect(problems).toEqual([])
      expect(compared.length).toBeGreaterThan(0)
    })
  })
}
