// Reference values of means: exact ones and their rounding, macro means, the generator and its bootstrap.
import { formatHalfUp } from './format-half-up'
import case01 from './gold/01-score-table-missing-rounding.json'
import case07 from './gold/07-bootstrap-bca-deterministic.json'
import { groupBy } from './group-by'
import { makeGoldCheck } from './make-gold-check'
import { meanOfItemMeans } from './mean-of-item-means'
import { mulberry32 } from './random/mulberry32'
import { multiplyRationals, type Rational, rational } from './rational'
import { bootstrapMean } from './scores/bootstrap-mean'
import { macroMean } from './scores/macro-mean'

const toNumber = ({ numerator, denominator }: Rational) => Number(numerator) / Number(denominator)
const half = rational(1n, 2n)

/** A mean of scores that are whole or half, as the case prints it. */
function cell(scores: number[]) {
  const sum = BigInt(scores.reduce((all, score) => all + 2 * score, 0))
  const exact = meanOfItemMeans(scores.length === 0 ? [] : [{ ratingsPerItem: 1, items: scores.length, sum }])
  const entry = { n: exact.n, sum: Number(sum) / 2 }
  if (exact.value === null) return { ...entry, exact, mean: null, display: '–', reason: exact.reason }
  const value = multiplyRationals(exact.value, half)
  return { ...entry, exact: { ...exact, value }, mean: toNumber(value), display: formatHalfUp(value, 2) }
}

makeGoldCheck(case01, input => {
  const rows = input.rows.map(([language, category, , model, score]) => ({
    language: `${language}`,
    category: `${category}`,
    model: `${model}`,
    score: typeof score === 'number' ? score : null,
  }))
  const categories = [...new Set(rows.map(row => row.category))]
  const scoresOf = (own: typeof rows) => own.flatMap(row => (row.score === null ? [] : [row.score]))
  const table = [...groupBy(rows, row => row.language)].map(([language, ofLanguage]) => {
    const models = [...groupBy(ofLanguage, row => row.model)].map(([model, own]) => {
      const cells = categories.map(name => [name, cell(scoresOf(own.filter(row => row.category === name)))] as const)
      const macro = macroMean(cells.map(([, one]) => one.exact))
      if (macro.value === null) throw new Error('Every model of the case has a category.')
      const shown = { nCategories: macro.n, mean: toNumber(macro.value), display: formatHalfUp(macro.value, 2) }
      return [model, { cells: Object.fromEntries(cells), micro: cell(scoresOf(own)), macro: shown }]
    })
    return [language, Object.fromEntries(models)]
  })
  return Object.fromEntries(table)
})

makeGoldCheck(case07, input => {
  const first = mulberry32(input.seed)
  const indices = mulberry32(input.seed)
  const one = bootstrapMean(input.x, { random: mulberry32(input.seed), replicates: input.B, level: input.level })
  return {
    prng_first5: Array.from({ length: 5 }, first),
    first_resample_indices: input.x.map(() => Math.floor(indices() * input.x.length)),
    theta: one.value,
    boot_mean: one.bootstrapMean,
    boot_se: one.standardError,
    percentile: one.percentile,
    basic: one.basic,
    count_less: one.below,
    count_equal: one.equal,
    bca: {
      z0: one.biasCorrection,
      acceleration: one.acceleration,
      alpha: one.bcaProbabilities,
      ci: one.bca,
    },
  }
})
