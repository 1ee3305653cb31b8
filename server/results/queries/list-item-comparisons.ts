import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import type { ComparisonSource } from '../compared-criteria'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import { applyFilter } from './apply-filter'
import { itemOutcomes } from './comparison-outcomes'
import { chooseCompared } from './get-comparisons'
import { ratedParameters } from './rated-responses'

export interface ItemComparison {
  item: string
  language: string
  category: string | null
  modelA: string
  modelB: string
  /** 1: A won, −1: B won, 0: a tie. */
  sign: number
  judgments: number
  source: ComparisonSource
}

/** One row per item and pair of models. Identical responses, which nobody was asked about, are not in it. @throws blinded, not_found, invalid */
export async function listItemComparisons(access: StudyAccess, wanted: ResultsInput): Promise<ItemComparison[]> {
  requireUnsealed(access)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const { id, source } = chooseCompared(protocol, wanted.criterion)
  const applied = await applyFilter(access.studyId, wanted.filter)
  const rows = await sql<Omit<ItemComparison, 'source'>>(
    `results_item_comparisons_${source}_${applied.shape}`,
    `SELECT i.external_id AS item, language_key(i.source_language, i.language) AS language, c.short_name AS category, x.name AS "modelA", y.name AS "modelB", o.sign, o.judgments
     FROM (${itemOutcomes(source, applied)}) o JOIN items i ON i.id = o.item_id LEFT JOIN categories c ON c.id = i.category_id
       JOIN models x ON x.id = o.first JOIN models y ON y.id = o.second
     ORDER BY i.position, x.position, y.position`,
    ratedParameters(applied, id, protocol),
  )
  return rows.map(row => ({ ...row, source }))
}
