import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import type { CountedJudgments } from '../filter'
import { type LabelCount, type LabelRow, labelTable } from '../label-table'
import { requireUnsealed } from '../require-unsealed'
import { chosenInResponses } from './chosen-in-responses'
import { listModels } from './score-rows'

export interface LabelTable {
  criterion: { id: string; label: string }
  labels: { id: string; label: string }[]
  rows: LabelRow[]
}

/**
 * How often each label was given to each model's responses, for every choice that is made per response; before anything
 * was revealed. In one language, or in all (null). @throws blinded
 */
export async function getLabels(
  access: StudyAccess,
  language: string | null,
  judgments: CountedJudgments,
): Promise<LabelTable[]> {
  requireUnsealed(access)
  const { criteria } = await getProtocol(access.studyId, access.protocolVersion)
  const choices = criteria.filter(criterion => criterion.kind === 'choice' && criterion.scope === 'response')
  if (choices.length === 0) return []
  const models = await listModels(access.studyId)
  const tables: LabelTable[] = []
  for (const choice of choices) {
    if (choice.kind !== 'choice') continue
    const counts = await sql<LabelCount>(
      `label_counts_${judgments}`,
      `SELECT language_key(i.source_language, i.language) AS language, m.model_id AS "modelId", l.label, count(*)::int AS judged
       FROM (${chosenInResponses('labels', judgments, 'headline')}) m JOIN items i ON i.id = m.item_id
         CROSS JOIN LATERAL (SELECT NULL::text AS label UNION ALL SELECT jsonb_array_elements_text(m.chosen)) l
       GROUP BY 1, 2, 3`,
      [access.studyId, choice.id],
    )
    const labels = choice.options.map(({ id, label }) => ({ id, label }))
    const rows = labelTable(
      counts,
      language,
      models,
      labels.map(({ id }) => id),
    )
    tables.push({ criterion: { id: choice.id, label: choice.label }, labels, rows })
  }
  return tables
}
