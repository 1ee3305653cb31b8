import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '../platform/db'
import { groupBy } from '../statistics/group-by'
import { mean } from '../statistics/mean'
import { mulberry32 } from '../statistics/random/mulberry32'
import { clusteredMean } from '../statistics/scores/clustered-mean'
import { lengthAdjustedDifference } from '../statistics/scores/length-adjusted-difference'
import { normalisedMeans } from '../statistics/scores/normalised-means'
import { getProtocol } from '../studies/queries'
import type { Protocol } from '../studies/schema'
import { type ResultFilter, resultFilterSchema, wholeStudy, withoutSchema } from './filter'
import { makeNaiveRatings, type NaiveRating } from './make-naive-ratings'
import { makeRandomStudy, type RawStudy } from './make-random-study'
import { applyFilter } from './queries/apply-filter'
import { getAnnotatorView } from './queries/get-annotator-view'
import { getDifferences } from './queries/get-differences'
import { getLengthAdjusted } from './queries/get-length-adjusted'
import { getScores } from './queries/get-scores'
import { getSensitivity } from './queries/get-sensitivity'
import { ratedParameters } from './queries/rated-responses'
import { sumRatings } from './queries/score-rows'

const random = mulberry32(20260401)
let studies: { study: RawStudy; protocol: Protocol }[]

beforeAll(async () => {
  studies = []
  for (let number = 0; number < 3; number++) {
    const study = await makeRandomStudy(random, 12)
    studies.push({ study, protocol: await getProtocol(study.access.studyId, 1) })
  }
}, 120_000)
afterAll(disconnect)

/** Values that the study has, in any combination. */
function someFilter(study: RawStudy): ResultFilter {
  const chance = (share: number) => random() < share
  const some = (values: readonly (string | null | undefined)[]) =>
    [...new Set(values.flatMap(value => value ?? []))].filter(() => chance(0.5))
  const items = study.items.filter(item => item.isStudy)
  const annotators = study.judgments.filter(one => one.isCurrent).map(one => one.annotator ?? 'recorded')
  const days = study.judgments.map(one => one.submittedAt.toISOString().slice(0, 10)).sort()
  const given = {
    ...(chance(0.3) ? { languages: some(items.map(item => item.language)) } : {}),
    ...(chance(0.3) ? { categories: some(items.map(item => item.category ?? '-')) } : {}),
    ...(chance(0.3) ? { annotators: some(annotators) } : {}),
    ...(chance(0.3) ? { withoutAnnotators: some(annotators) } : {}),
    ...(chance(0.2) ? { from: days[Math.floor(days.length / 3)] } : {}),
    ...(chance(0.2) ? { to: days[Math.floor((2 * days.length) / 3)] } : {}),
    ...(chance(0.2)
      ? { metadata: some(items.map(item => item.metadata.source)).map(value => ({ key: 'source', value })) }
      : {}),
    without: withoutSchema.options.filter(() => chance(0.25)),
  }
  return resultFilterSchema.parse(given)
}

const text = (rows: readonly object[]) => rows.map(row => JSON.stringify(row)).sort()

const cellsOf = (ratings: readonly NaiveRating[]) =>
  [...groupBy(ratings, rating => `${rating.item.id} ${rating.modelId}`).values()].map(own => {
    const [{ item, modelId } = { item: undefined, modelId: '' }] = own
    return { item, modelId, ratings: own.length, sum: own.reduce((sum, { steps }) => sum + steps, 0) }
  })

function naiveTotals(ratings: readonly NaiveRating[]) {
  const groups = groupBy(cellsOf(ratings), cell =>
    JSON.stringify([cell.item?.language, cell.item?.category, cell.modelId, cell.ratings]),
  )
  return [...groups].map(([key, cells]) => [
    ...JSON.parse(key),
    cells.length,
    cells.reduce((sum, cell) => sum + cell.sum, 0),
    cells.reduce((sum, cell) => sum + cell.sum ** 2, 0),
  ])
}

describe('sums in the database', () => {
  it('are those of the plain recomputation, under every filter', async () => {
    let rated = 0
    for (const { study, protocol } of studies) {
      const { tables } = await getScores(study.access)
      const nameOf = new Map(tables[0]?.categories.map(one => [one.categoryId, one.shortName]))
      for (let round = 0; round < 20; round++) {
        const filter = round === 0 ? wholeStudy : someFilter(study)
        const naive = makeNaiveRatings(study, protocol, filter)
        const applied = await applyFilter(study.access.studyId, filter)
        const { totals, scoreCounts } = await sumRatings(applied, ratedParameters(applied, 'score', protocol))
        expect(
          text(
            totals.map(row => [
              row.language,
              row.categoryId === null ? null : nameOf.get(row.categoryId),
              row.modelId,
              row.ratingsPerItem,
              row.items,
              Number(row.sum),
              Number(row.sumOfSquares),
            ]),
          ),
          JSON.stringify(filter),
        ).toEqual(text(naiveTotals(naive)))
        const counts = groupBy(naive, row => JSON.stringify([row.item.language, row.modelId, row.steps]))
        expect(text(scoreCounts.map(row => [row.language, row.modelId, row.steps, row.ratings]))).toEqual(
          text([...counts].map(([key, own]) => [...JSON.parse(key), own.length])),
        )
        rated += naive.length
      }
    }
    expect(rated).toBeGreaterThan(1000)
  }, 60_000)

  it('refuse values that the study does not have, and say which', async () => {
    const { access } = studies[0]?.study ?? { access: null }
    for (const [given, parameter] of [
      [{ languages: ['en', 'xx'] }, 'language'],
      [{ categories: ['Nothing'] }, 'category'],
      [{ annotators: ['nobody'] }, 'annotator'],
      [{ metadata: [{ key: 'source', value: 'q' }] }, 'meta'],
    ] as const)
      await expect(applyFilter(access?.studyId ?? '', resultFilterSchema.parse(given))).rejects.toMatchObject({
        code: 'invalid',
        detail: { parameter },
      })
  })
})

describe('views of scores', () => {
  it('clustered intervals, by their language and category', async () => {
    for (const { study, protocol } of studies) {
      const { tables } = await getScores(study.access)
      const cells = cellsOf(makeNaiveRatings(study, protocol, wholeStudy))
      for (const table of tables)
        for (const row of table.rows) {
          const own = cells.filter(
            cell => cell.modelId === row.model.id && (!table.language || cell.item?.language === table.language),
          )
          const wanted = clusteredMean(
            own.map(cell => ({
              value: cell.sum / cell.ratings,
              cluster: cell.item?.metadata.cluster ?? cell.item?.id ?? '',
            })),
          )
          expect(row.overall.n).toBe(wanted.n)
          if (wanted.lower === null) expect(row.overall.interval).toBeNull()
          else expect(row.overall.interval?.lower).toBeCloseTo(wanted.lower, 9)
        }
    }
  })

  it('differences, z-scores, lengths and sensitivity', async () => {
    for (const { study, protocol } of studies) {
      const filter = resultFilterSchema.parse({ without: ['flagged'] })
      const naive = makeNaiveRatings(study, protocol, filter)
      const cells = cellsOf(naive)
      const [differences, view, lengths, sensitivity] = await Promise.all([
        getDifferences(study.access, { filter }),
        getAnnotatorView(study.access, { filter }),
        getLengthAdjusted(study.access, { filter }),
        getSensitivity(study.access, { filter }),
      ])
      if (
        differences.state !== 'ready' ||
        view.state !== 'ready' ||
        lengths.state !== 'ready' ||
        sensitivity.state !== 'ready'
      )
        throw new Error('not computed')
      const common = (first: string, second: string) =>
        cells.flatMap(x => {
          const y = cells.find(cell => cell.item === x.item && cell.modelId === second)
          return x.modelId === first && y ? [{ x, y, difference: x.sum / x.ratings - y.sum / y.ratings }] : []
        })
      for (const pair of differences.value.pairs) {
        const own = common(pair.first, pair.second).map(one => one.difference)
        expect(pair.n).toBe(own.length)
        if (own.length > 0) expect(pair.mean).toBeCloseTo(mean(own), 9)
      }

      const wanted = normalisedMeans(
        naive.map(row => ({ rater: row.annotator, item: row.item.id, model: row.modelId, score: row.steps })),
      )
      for (const { model, value, lower, n } of view.value.normalised) {
        const one = wanted.models.find(row => row.model === model.id)
        expect(n).toBe(one?.n ?? 0)
        if (one?.value) expect(value).toBeCloseTo(one.value, 9)
        if (one?.lower) expect(lower).toBeCloseTo(one.lower, 9)
      }
      for (const rater of wanted.raters)
        expect(view.value.annotators.find(one => one.annotator === rater.rater)).toMatchObject({
          ratings: rater.n,
          isConstant: rater.excluded,
        })

      const lengthOf = (itemId: string | undefined, modelId: string) =>
        study.responses.find(one => one.itemId === itemId && one.modelId === modelId)?.text.length ?? 0
      for (const pair of lengths.value.pairs) {
        const adjusted = lengthAdjustedDifference(
          common(pair.first, pair.second).map(({ x, difference }) => ({
            difference,
            firstLength: lengthOf(x.item?.id, pair.first),
            secondLength: lengthOf(x.item?.id, pair.second),
          })),
        )
        expect(pair.n).toBe(adjusted.n)
        if (adjusted.value !== null) expect(pair.adjusted).toBeCloseTo(adjusted.value, 7)
      }

      for (const { without, models } of sensitivity.value.rows) {
        const left = resultFilterSchema.parse({
          without: without?.kind === 'what' ? ['flagged', without.what] : ['flagged'],
          ...(without?.kind === 'annotator' ? { withoutAnnotators: [without.annotator] } : {}),
        })
        const { tables } = await getScores(study.access, { filter: left })
        for (const row of tables[0]?.rows ?? []) {
          const found = models.find(one => one.modelId === row.model.id)
          expect(found?.n).toBe(row.overall.n)
          if (row.overall.mean === null) expect(found?.mean).toBeNull()
          else expect(found?.mean).toBeCloseTo(Number(row.overall.mean), 9)
        }
      }
      expect(sensitivity.value.rows.filter(row => row.without?.kind === 'annotator')).toHaveLength(
        view.value.annotators.length,
      )
    }
  }, 60_000)
})
