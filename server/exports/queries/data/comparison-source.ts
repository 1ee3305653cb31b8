import 'server-only'
import type { StudyAccess } from '../../../people/access'
import { applyFilter } from '../../../results/queries/apply-filter'
import { itemOutcomes } from '../../../results/queries/comparison-outcomes'
import { chooseCompared } from '../../../results/queries/get-comparisons'
import { ratedParameters } from '../../../results/queries/rated-responses'
import { requireUnsealed } from '../../../results/require-unsealed'
import { tieThreshold } from '../../../results/tie-threshold'
import { getProtocol } from '../../../studies/queries'
import { comparisonColumns } from '../../data/comparison-columns'
import type { DataSource } from '../../data/data-source'
import type { ExportRequest } from '../../schema'

/**
 * One row per item and pair of models, the one that stands first in the study as A. Identical responses, which nobody was
 * asked about, are not in it. @throws blinded, not_found, invalid
 */
export async function comparisonSource(
  access: StudyAccess,
  { filter, options }: Pick<ExportRequest, 'filter' | 'options'>,
): Promise<DataSource> {
  requireUnsealed(access)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const { id, source } = chooseCompared(protocol, options.criterion)
  const applied = await applyFilter(access.studyId, filter)
  const outcomes = itemOutcomes(source, applied, { threshold: tieThreshold(protocol, { id }, undefined)?.steps })
  return {
    columns: comparisonColumns,
    values: ratedParameters(applied, id, protocol),
    count: `SELECT count(*) AS rows FROM (${outcomes}) o`,
    // The outcomes order two models by their ids, which are random.
    text: `SELECT i.external_id AS item, language_key(i.source_language, i.language) AS language, c.short_name AS category,
      a.name AS model_a, b.name AS model_b,
      CASE o.sign * CASE WHEN a.id = o.first THEN 1 ELSE -1 END WHEN 1 THEN 'a' WHEN -1 THEN 'b' ELSE 'tie' END AS outcome,
      o.judgments, '${source}' AS source
    FROM (${outcomes}) o JOIN items i ON i.id = o.item_id LEFT JOIN categories c ON c.id = i.category_id
      JOIN models a ON a.id IN (o.first, o.second) JOIN models b ON b.id IN (o.first, o.second) AND (b.position, b.name) > (a.position, a.name)
    ORDER BY i.position, a.position, a.name, b.position, b.name`,
  }
}
