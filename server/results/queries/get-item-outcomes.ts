import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import { type ComparedCriterion, comparedCriteria } from '../compared-criteria'
import type { ResultFilter } from '../filter'
import { requireUnsealed } from '../require-unsealed'
import type { TableModel } from '../score-table'
import { nameOfThreshold, tieThreshold } from '../tie-threshold'
import { applyFilter } from './apply-filter'
import { itemOutcomes } from './comparison-outcomes'
import { ratedParameters, ratedResponses } from './rated-responses'
import { listModels } from './score-rows'

export interface ItemOutcome {
  criterion: ComparedCriterion
  first: TableModel
  second: TableModel
  outcome: 'win' | 'tie' | 'loss'
  /** Judgments that it is made of. */
  judgments: number
  /** Means over judgments in the unit of the scale; null: it comes from no scores. */
  means: [number, number] | null
}

/**
 * What the results make of one item: the outcome of each pair of models by each criterion that compares; null where none
 * does. @throws blinded, invalid
 */
export async function getItemOutcomes(
  access: StudyAccess,
  itemId: string,
  { filter, threshold: asked }: { filter?: ResultFilter | undefined; threshold?: number | undefined } = {},
): Promise<ItemOutcome[] | null> {
  requireUnsealed(access)
  const [protocol, applied, models] = await Promise.all([
    getProtocol(access.studyId, access.protocolVersion),
    applyFilter(access.studyId, filter),
    listModels(access.studyId),
  ])
  const criteria = comparedCriteria(protocol)
  if (criteria.length === 0) return null
  const found: ItemOutcome[] = []
  for (const criterion of criteria) {
    const threshold = tieThreshold(protocol, criterion, asked)?.steps
    const values = [...ratedParameters(applied, criterion.id, protocol), itemId]
    const [rows, means] = await Promise.all([
      sql<{ first: string; second: string; sign: number; judgments: number }>(
        `item_outcomes_${criterion.source}_${nameOfThreshold(threshold)}_${applied.shape}`,
        itemOutcomes(criterion.source, applied, { ...(threshold ? { threshold } : {}), only: { item: '$6' } }),
        values,
      ),
      criterion.source === 'scores'
        ? sql<{ model: string; mean: number }>(
            `item_means_${applied.shape}`,
            `SELECT v.model_id AS model, avg(v.steps)::float8 AS mean FROM (${ratedResponses(applied)}) v WHERE v.item_id = $6::uuid GROUP BY 1`,
            values,
          )
        : [],
    ])
    const scale = protocol.criteria.find(one => one.id === criterion.id)
    const meanOf = (model: TableModel) => {
      const steps = means.find(one => one.model === model.id)?.mean
      return steps === undefined || scale?.kind !== 'scale' ? null : scale.min + steps * scale.step
    }
    for (const [at, first] of models.entries())
      for (const second of models.slice(at + 1)) {
        const row = rows.find(
          one =>
            (one.first === first.id && one.second === second.id) ||
            (one.first === second.id && one.second === first.id),
        )
        if (!row) continue
        const sign = row.first === first.id ? row.sign : -row.sign
        const [x, y] = [meanOf(first), meanOf(second)]
        found.push({
          criterion,
          first,
          second,
          outcome: sign > 0 ? 'win' : sign < 0 ? 'loss' : 'tie',
          judgments: row.judgments,
          means: x === null || y === null ? null : [x, y],
        })
      }
  }
  return found
}
