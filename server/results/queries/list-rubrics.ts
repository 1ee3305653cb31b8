import 'server-only'
import { type Rubric, rubricSchema } from '../../../criteria/checklist/schema'
import { sql } from '../../platform/db'

/** All versions of the rubrics of a study's items, by item. */
export async function listRubrics(studyId: string): Promise<Map<string, Rubric[]>> {
  const rows = await sql<{ itemId: string; version: number; points: unknown }>(
    'results_rubrics',
    `SELECT r.item_id AS "itemId", r.version, r.points FROM rubrics r JOIN items i ON i.id = r.item_id
     WHERE i.study_id = $1 AND i.purpose = 'STUDY'`,
    [studyId],
  )
  const rubrics = new Map<string, Rubric[]>()
  for (const { itemId, ...rubric } of rows)
    rubrics.set(itemId, [...(rubrics.get(itemId) ?? []), rubricSchema.parse(rubric)])
  return rubrics
}
