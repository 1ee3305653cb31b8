import type { JudgedUnit } from './judged-unit'

/** How often each of `categories` was given to a unit. @throws RangeError when a value is none of them */
export function unitCounts(unit: JudgedUnit, categories: readonly number[]): number[] {
  const counts = new Array<number>(categories.length).fill(0)
  for (const value of unit) {
    if (value === null) continue
    const index = categories.indexOf(value)
    if (index === -1) throw new RangeError(`${value} is not a value of the scale.`)
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}
