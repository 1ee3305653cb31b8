import 'server-only'
import { type ChecklistCriterion, checklistChoiceSchema } from '../../../criteria/checklist/schema'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { type BridgedScores, type BridgeRow, bridgeRow } from '../bridge-row'
import { checklistScore } from '../checklist-score'
import type { ResultFilter } from '../filter'
import { requireUnsealed } from '../require-unsealed'
import { applyFilter } from './apply-filter'
import { countedItems, countedResponses, matchingJudgments } from './filtered'
import { listRubrics } from './list-rubrics'
import { listModels } from './score-rows'

/**
 * The bridge of a checklist, in points of 100. Ratings that lack points of the rubric's newest version are not in it: a
 * difference would be one of rubrics. @throws blinded, invalid
 */
export async function getRubricBridge(
  access: StudyAccess,
  criterion: ChecklistCriterion,
  filter?: ResultFilter,
): Promise<BridgeRow[]> {
  requireUnsealed(access)
  const applied = await applyFilter(access.studyId, filter)
  const rows = await sql<{ modelId: string; itemId: string; occasion: 'FIRST' | 'BRIDGE'; choice: unknown }>(
    `results_rubric_bridge_${applied.shape}`,
    `WITH again AS (
       SELECT DISTINCT j.item_id FROM judgments j JOIN items i ON i.id = j.item_id AND ${countedItems(applied)}
       WHERE j.study_id = $1 AND j.is_current AND j.excluded_at IS NULL AND j.origin = 'LIVE' AND j.occasion = 'BRIDGE')
     SELECT s.model_id AS "modelId", j.item_id AS "itemId", j.occasion::text AS occasion, r.choice
     FROM again JOIN judgments j ON j.item_id = again.item_id
       JOIN ratings r ON r.judgment_id = j.id AND r.criterion = $3 AND r.choice IS NOT NULL
       JOIN responses o ON o.item_id = j.item_id AND o.representative_id = r.response_id AND ${countedResponses(applied)} JOIN response_sources s ON s.response_id = o.id
     WHERE ${matchingJudgments(applied)} AND j.is_current AND j.excluded_at IS NULL AND j.origin = 'LIVE' AND j.occasion IN ('FIRST', 'BRIDGE')`,
    [...applied.values, criterion.id],
  )
  if (rows.length === 0) return []
  const [models, rubrics] = await Promise.all([listModels(access.studyId), listRubrics(access.studyId)])
  const byModel = new Map<string, Map<string, BridgedScores>>()
  for (const { modelId, itemId, occasion, choice } of rows) {
    const score = checklistScore(criterion, rubrics.get(itemId) ?? [], checklistChoiceSchema.parse(choice))
    if (!score || score.isOutdated) continue
    const points = { ...score.share, numerator: score.share.numerator * 100n }
    const items = byModel.get(modelId) ?? new Map<string, BridgedScores>()
    const { first, again } = items.get(itemId) ?? { first: [], again: [] }
    items.set(
      itemId,
      occasion === 'FIRST' ? { first: [...first, points], again } : { first, again: [...again, points] },
    )
    byModel.set(modelId, items)
  }
  return models.flatMap(model => bridgeRow(model, [...(byModel.get(model.id)?.values() ?? [])]) ?? [])
}
