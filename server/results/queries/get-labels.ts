import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import type { ResultFilter } from '../filter'
import { type LabelCount, type LabelRow, labelTable } from '../label-table'
import { requireUnsealed } from '../require-unsealed'
import { applyFilter } from './apply-filter'
import { chosenInResponses } from './chosen-in-responses'
import { listModels } from './score-rows'

export interface LabelTable {
  criterion: { id: string; label: string }
  labels: { id: string; label: string }[]
  rows: LabelRow[]
}

/**
 * How often each label was given to each model's responses, for every choice that is made per response; before anything
 * was revealed. @throws blinded, invalid
 */
export async function getLabels(access: StudyAccess, filter?: ResultFilter): Promise<LabelTable[]> {
  requireUnsealed(access)
  const { criteria } = await getProtocol(access.studyId, access.protocolVersion)
  const choices = criteria.filter(criterion => criterion.kind === 'choice' && criterion.scope === 'response')
  if (choices.length === 0) return []
  const applied = await applyFilter(access.studyId, filter)
  const models = await listModels(access.studyId)
  const tables: LabelTable[] = []
  for (const choice of choices) {
    if (choice.kind !== 'choice') continue
    const counts = await sql<LabelCount>(
      `label_counts_${applied.shape}`,
      `SELECT m.model_id AS "modelId", l.label, count(*)::int AS judged
       FROM (${chosenInResponses('labels', applied, 'headline')}) m
         CROSS JOIN LATERAL (SELECT NULL::text AS label UNION ALL SELECT jsonb_array_elements_text(m.chosen)) l
       GROUP BY 1, 2`,
      [...applied.values, choice.id],
    )
    const labels = choice.options.map(({ id, label }) => ({ id, label }))
    const rows = labelTable(
      counts,
      models,
      labels.map(({ id }) => id),
    )
    tables.push({ criterion: { id: choice.id, label: choice.label }, labels, rows })
  }
  return tables
}
