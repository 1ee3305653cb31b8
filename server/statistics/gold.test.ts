// Reference values of what the folder itself holds: exact means and their rounding, the generator, quantiles.
import { at } from './at'
import { formatHalfUp } from './format-half-up'
import case01 from './gold/01-score-table-missing-rounding.json'
import case07 from './gold/07-bootstrap-bca-deterministic.json'
import { groupBy } from './group-by'
import { makeGoldCheck } from './make-gold-check'
import { mean } from './mean'
import { meanOfItemMeans } from './mean-of-item-means'
import { quantile } from './quantile'
import { mulberry32 } from './random/mulberry32'
import { addRationals, multiplyRationals, type Rational, rational } from './rational'
import { standardDeviation } from './standard-deviation'

const toNumber = ({ numerator, denominator }: Rational) => Number(numerator) / Number(denominator)
const half = rational(1n, 2n)

/** A mean of scores that are whole or half, as the case prints it. */
function cell(scores: number[]) {
  const sum = BigInt(scores.reduce((all, score) => all + 2 * score, 0))
  const exact = meanOfItemMeans(scores.length === 0 ? [] : [{ ratingsPerItem: 1, items: scores.length, sum }])
  const entry = { n: exact.n, sum: Number(sum) / 2 }
  if (exact.value === null) return { ...entry, exact: null, mean: null, display: '–', reason: exact.reason }
  const value = multiplyRationals(exact.value, half)
  return { ...entry, exact: value, mean: toNumber(value), display: formatHalfUp(value, 2) }
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
      const exact = cells.flatMap(([, one]) => (one.exact === null ? [] : [one.exact]))
      const total = exact.reduce(addRationals, rational(0n))
      const macro = multiplyRationals(total, rational(1n, BigInt(exact.length)))
      const shown = { nCategories: exact.length, mean: toNumber(macro), display: formatHalfUp(macro, 2) }
      return [model, { cells: Object.fromEntries(cells), micro: cell(scoresOf(own)), macro: shown }]
    })
    return [language, Object.fromEntries(models)]
  })
  return Object.fromEntries(table)
})

makeGoldCheck(
  case07,
  input => {
    const random = mulberry32(input.seed)
    const first = mulberry32(input.seed)
    const draw = () => input.x.map(() => Math.floor(random() * input.x.length))
    const samples = Array.from({ length: input.B }, draw)
    const means = samples.map(sample => mean(sample.map(index => at(input.x, index)))).sort((a, b) => a - b)
    return {
      prng_first5: Array.from({ length: 5 }, first),
      first_resample_indices: samples[0],
      theta: mean(input.x),
      boot_mean: mean(means),
      boot_se: standardDeviation(means),
      percentile: [quantile(means, (1 - input.level) / 2), quantile(means, (1 + input.level) / 2)],
    }
  },
  ['basic', 'bca', 'count_less', 'count_equal'],
)
