import { at } from '../at'

/** How much two values of a scale agree: only if equal, by distance, by squared distance, or by values between them. */
export type AgreementWeight = 'identity' | 'linear' | 'quadratic' | 'ordinal'

/** Weights 0–1 for each pair of the declared values (ascending): `[i][j]`. Declared, not observed ones. */
export function agreementWeights(kind: AgreementWeight, categories: readonly number[]): number[][] {
  const range = at(categories, categories.length - 1) - at(categories, 0)
  const weight = (i: number, j: number): number => {
    if (i === j) return 1
    if (kind === 'identity') return 0
    const distance = Math.abs(at(categories, i) - at(categories, j))
    if (kind === 'linear') return 1 - distance / range
    if (kind === 'quadratic') return 1 - (distance / range) ** 2
    const between = Math.abs(i - j) + 1
    return 1 - (between * (between - 1)) / (categories.length * (categories.length - 1))
  }
  return categories.map((_, i) => categories.map((_, j) => weight(i, j)))
}
