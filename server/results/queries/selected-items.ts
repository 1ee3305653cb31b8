import 'server-only'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { getProtocol } from '../../studies/queries'
import type { Protocol } from '../../studies/schema'
import { comparedCriteria } from '../compared-criteria'
import type { ItemSelection, Outcome } from '../items/item-selection'
import { requireUnsealed } from '../require-unsealed'
import type { TableModel } from '../score-table'
import { type TieThreshold, tieThreshold } from '../tie-threshold'
import { type AppliedFilter, applyFilter } from './apply-filter'
import { chosenInResponses } from './chosen-in-responses'
import { itemOutcomes } from './comparison-outcomes'
import { countedItems, countedJudgments } from './filtered'
import { chooseCompared, identicalItems, identicalTie } from './get-comparisons'
import { ratedChecklists } from './rated-checklists'
import { ratedParameters, ratedResponses } from './rated-responses'
import { listModels } from './score-rows'

/** A selection whose models, criterion and filter the study has, as a query. */
export interface SelectedItems {
  applied: AppliedFilter
  protocol: Protocol
  criterion: Protocol['criteria'][number] | null
  models: TableModel[]
  ties: TieThreshold | null
  /** A query of item_id and sign (of the pair's first model; null: there is no pair). Each item once. */
  text: string
  /** $1 … of the text; further ones of a statement come after them. */
  values: unknown[]
}

const signs: Record<Outcome, number> = { win: 1, tie: 0, loss: -1 }

/** What is behind a number of the results. @throws blinded, invalid */
export async function selectItems(access: StudyAccess, selection: ItemSelection): Promise<SelectedItems> {
  requireUnsealed(access)
  const [protocol, applied, models] = await Promise.all([
    getProtocol(access.studyId, access.protocolVersion),
    applyFilter(access.studyId, selection.filter),
    listModels(access.studyId),
  ])
  for (const id of [selection.model, ...(selection.pair ?? [])])
    if (id !== undefined && !models.some(model => model.id === id))
      throw new DomainError('invalid', 'This study has no such model.', { parameter: 'model' })
  const criterion = chooseCriterion(protocol, selection)
  const ties = criterion && tieThreshold(protocol, criterion, selection.threshold)
  const shared = { applied, protocol, criterion, models, ties }
  const parameters = ratedParameters(applied, criterion?.id ?? '', protocol)
  const { model, pair, outcome, score, label } = selection
  if (pair || (model && outcome)) {
    const compared = comparedCriteria(protocol).find(one => one.id === criterion?.id)
    if (!compared) throw new DomainError('invalid', 'This criterion compares no models.', { parameter: 'criterion' })
    const own = pair?.[0] ?? model
    // Pairs are stored with the smaller id first.
    const outcomes = `SELECT v.item_id, CASE WHEN v.first = $6::uuid THEN v.sign ELSE -v.sign END AS sign FROM (
        SELECT item_id, first, second, sign FROM (${itemOutcomes(compared.source, applied, { ...(ties ? { threshold: ties.steps } : {}), only: pair ? { models: '$7' } : {} })}) a
        ${identicalTie(access, protocol, compared) ? `UNION ALL SELECT item_id, first, second, 0 FROM (${identicalItems(applied)}) b` : ''}) v
      WHERE $6::uuid IN (v.first, v.second) AND ($7::uuid[] IS NULL OR v.first = ANY ($7) AND v.second = ANY ($7))`
    return {
      ...shared,
      text: `SELECT d.item_id, ${pair ? 'min(d.sign)' : 'NULL::int'} AS sign FROM (${outcomes}) d
        WHERE $8::int IS NULL OR d.sign = $8 GROUP BY 1`,
      values: [...parameters, own, pair ?? null, outcome ? signs[outcome] : null],
    }
  }
  const ofModel = (source: string, column = 'model_id') =>
    `SELECT DISTINCT v.item_id, NULL::int AS sign FROM (${source}) v WHERE v.${column} = $6::uuid`
  if (model && criterion?.kind === 'choice')
    return {
      ...shared,
      text: `${ofModel(`SELECT item_id, model_id, chosen FROM (${chosenInResponses('labels', applied, 'headline')}) c`)}
        AND ($7::text IS NULL OR v.chosen ? $7) AND $4::text[] IS NOT NULL AND $5::text[] IS NOT NULL`,
      values: [...parameters, model, label ?? null],
    }
  if (model && criterion?.kind === 'checklist')
    return {
      ...shared,
      text: ofModel(`SELECT "itemId" AS item_id, "modelId" AS model_id FROM (${ratedChecklists(applied)}) c`),
      values: [...parameters, model],
    }
  if (model && criterion?.kind === 'scale')
    return {
      ...shared,
      text: `${ofModel(ratedResponses(applied))} AND ($7::int IS NULL OR v.steps = $7)`,
      values: [...parameters, model, score ?? null],
    }
  return { ...shared, ...judgedItems(applied, model) }
}

/** Every item that was judged; of a model those that it has a response of. */
const judgedItems = (applied: AppliedFilter, model: string | undefined) => ({
  text: `SELECT i.id AS item_id, NULL::int AS sign FROM items i WHERE i.study_id = $1 AND ${countedItems(applied)}
    AND EXISTS (SELECT 1 FROM judgments j WHERE j.item_id = i.id AND j.study_id = $1 AND ${countedJudgments(applied)})
    AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM response_sources s WHERE s.item_id = i.id AND s.model_id = $3))`,
  values: [...applied.values, model ?? null],
})

/** The criterion named; without one what models are compared by, or their first score. @throws invalid */
function chooseCriterion(protocol: Protocol, { criterion, model, pair }: ItemSelection): SelectedItems['criterion'] {
  if (criterion !== undefined) {
    const found = protocol.criteria.find(one => one.id === criterion)
    if (!found) throw new DomainError('invalid', 'This study has no such criterion.', { parameter: 'criterion' })
    return found
  }
  if (model === undefined && pair === undefined) return null
  const compared = comparedCriteria(protocol)
  const id = compared.length > 0 ? chooseCompared(protocol, undefined).id : undefined
  return protocol.criteria.find(one => one.id === id) ?? null
}
