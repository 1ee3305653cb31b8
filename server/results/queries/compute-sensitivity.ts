import 'server-only'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import { type ResultFilter, type Without, wholeStudy, withoutSchema } from '../filter'
import { placesOf } from '../places-of'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import type { TableModel } from '../score-table'
import { type AppliedFilter, applyFilter } from './apply-filter'
import { chooseScale, type Scores } from './get-scores'
import { ratedBy } from './rated-by'
import { ratedParameters, ratedResponses } from './rated-responses'
import { listModels } from './score-rows'

export interface SensitiveMean {
  modelId: string
  /** Items. */
  n: number
  mean: number | null
  /** Against what nothing more is left out of; null where either has no mean. */
  change: number | null
  /** 1: the best; null: no mean. */
  place: number | null
  /** Places won (positive) or lost. */
  placeChange: number | null
}

export interface SensitivityRow {
  /** What is left out beside what the filter leaves out already; null: nothing. */
  without: { kind: 'what'; what: Without } | { kind: 'annotator'; annotator: string } | null
  /** In the order of the models. */
  models: SensitiveMean[]
}

export interface Sensitivity {
  scale: Scores['scale']
  models: TableModel[]
  /** Nothing left out first. */
  rows: SensitivityRow[]
}

interface Means {
  modelId: string
  n: number
  sum: number
}

const sumsOf = (cells: string) =>
  `SELECT model_id AS "modelId", count(*)::int AS n, sum(sum / ratings)::float8 AS sum FROM (${cells}) c GROUP BY 1`

const cellsOf = (rated: string) =>
  `SELECT item_id, model_id, count(*)::numeric AS ratings, sum(steps)::numeric AS sum FROM (${rated}) v GROUP BY 1, 2`

/** Leaving somebody out changes the means of their items only; an item that nobody else judged goes. */
const withoutEach = (applied: AppliedFilter) => `
  WITH rated AS MATERIALIZED (${ratedBy(applied)}),
  cells AS (${cellsOf('SELECT * FROM rated')}),
  own AS (SELECT annotator, item_id, model_id, count(*)::numeric AS ratings, sum(steps)::numeric AS sum FROM rated GROUP BY 1, 2, 3)
  SELECT o.annotator, o.model_id AS "modelId", count(*) FILTER (WHERE c.ratings = o.ratings)::int AS n,
    sum(COALESCE((c.sum - o.sum) / NULLIF(c.ratings - o.ratings, 0), 0) - c.sum / c.ratings)::float8 AS sum
  FROM own o JOIN cells c ON c.item_id = o.item_id AND c.model_id = o.model_id GROUP BY 1, 2 ORDER BY 1`

async function read<Row extends object>(text: string, parameters: unknown[]): Promise<Row[]> {
  return withConnection(async client => {
    await client.query("SET LOCAL work_mem = '64MB'")
    return (await client.query(text, parameters)).rows as Row[]
  })
}

/** Means and places with and without what can be doubted, and without each annotator. @throws blinded, not_found, invalid */
export async function computeSensitivity(
  access: StudyAccess,
  { criterion, filter = wholeStudy }: ResultsInput,
): Promise<Sensitivity> {
  requireUnsealed(access)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const { id, label, min, max, step } = chooseScale(protocol, criterion)
  const models = await listModels(access.studyId)
  const meansOf = async (given: ResultFilter) => {
    const applied = await applyFilter(access.studyId, given)
    return read<Means>(sumsOf(cellsOf(ratedResponses(applied))), ratedParameters(applied, id, protocol))
  }
  const base = await meansOf(filter)
  const rowOf = (without: SensitivityRow['without'], means: readonly Means[]): SensitivityRow => {
    const scored = (all: readonly Means[]) =>
      models.map(model => {
        const found = all.find(row => row.modelId === model.id)
        return found && found.n > 0 ? { n: found.n, mean: min + (found.sum / found.n) * step } : { n: 0, mean: null }
      })
    const [before, after] = [scored(base), scored(means)]
    const [places, placesBefore] = [placesOf(after), placesOf(before)]
    return {
      without,
      models: models.map((model, at) => {
        const [mean, old] = [after[at]?.mean ?? null, before[at]?.mean ?? null]
        const [place, oldPlace] = [places[at] ?? null, placesBefore[at] ?? null]
        return {
          modelId: model.id,
          n: after[at]?.n ?? 0,
          mean,
          change: mean === null || old === null ? null : mean - old,
          place,
          placeChange: place === null || oldPlace === null ? null : oldPlace - place,
        }
      }),
    }
  }
  const rows = [rowOf(null, base)]
  for (const what of withoutSchema.options.filter(one => !filter.without.includes(one)))
    rows.push(rowOf({ kind: 'what', what }, await meansOf({ ...filter, without: [...filter.without, what] })))
  const applied = await applyFilter(access.studyId, filter)
  const changes = await read<Means & { annotator: string }>(
    withoutEach(applied),
    ratedParameters(applied, id, protocol),
  )
  for (const annotator of new Set(changes.map(row => row.annotator))) {
    const own = changes.filter(row => row.annotator === annotator)
    const left = base.map(row => {
      const change = own.find(one => one.modelId === row.modelId)
      return { ...row, n: row.n - (change?.n ?? 0), sum: row.sum + (change?.sum ?? 0) }
    })
    rows.push(rowOf({ kind: 'annotator', annotator }, left))
  }
  return { scale: { id, label, min, max, step }, models, rows }
}
