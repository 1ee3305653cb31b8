import 'server-only'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { getProtocol } from '../../studies/queries'
import { type AgreementRow, agreementUnits, hasAgreement } from '../agreement/agreement-units'
import type { CriterionAgreement } from '../agreement/criterion-agreement'
import type { ResultsInput } from '../results-input'
import { type AppliedFilter, applyFilter } from './apply-filter'
import { countedItems, countedJudgments, countedResponses } from './filtered'
import { recordedNumbers } from './recorded-numbers'
import { runComputation } from './run-computation'

/**
 * $3: the criterion. Only items that two people judged: on others nobody can agree. Their order, which intervals are drawn
 * by, hangs on no random id.
 */
const rows = (applied: AppliedFilter) => `
  WITH counted AS MATERIALIZED (
    SELECT j.id, j.item_id, i.position, j.origin, j.submitted_at, COALESCE(j.slot_order, p.slot_order) AS slots,
      CASE j.origin WHEN 'LIVE' THEN COALESCE(u.pseudonym, '') ELSE COALESCE('recorded-' || n.number, 'recorded') END AS annotator
    FROM judgments j JOIN items i ON i.id = j.item_id LEFT JOIN users u ON u.id = j.user_id
      LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label
      LEFT JOIN assignments a ON a.id = j.assignment_id LEFT JOIN places p ON p.id = a.place_id
    WHERE j.study_id = $1 AND ${countedJudgments(applied)} AND ${countedItems(applied)}),
  shared AS (SELECT item_id FROM counted GROUP BY item_id HAVING count(DISTINCT annotator) > 1)
  SELECT c.item_id AS item, c.annotator, c.origin::text AS origin, r.response_id AS "responseId",
    COALESCE(c.slots, '{}') AS slots, COALESCE(r.first_value, r.value) AS value, r.choice,
    CASE WHEN r.choice->>'kind' = 'preference' THEN (SELECT w.response_id FROM response_sources w JOIN models e ON e.id = w.model_id
      WHERE w.response_id = ANY (c.slots) ORDER BY e.position, e.name, w.sample_index LIMIT 1) END AS earlier
  FROM counted c JOIN shared s ON s.item_id = c.item_id JOIN ratings r ON r.judgment_id = c.id
    LEFT JOIN response_sources v ON v.response_id = r.response_id LEFT JOIN models m ON m.id = v.model_id
  WHERE r.criterion = $3 AND r.cannot_judge IS NULL AND ${isOfCounted(applied)}
  ORDER BY c.submitted_at, c.annotator, c.position, r.slot, m.position, v.sample_index, c.id`

const isOfCounted = (applied: AppliedFilter) =>
  applied.filter.without.includes('identity-leak')
    ? `(r.response_id IS NULL OR EXISTS (SELECT 1 FROM responses o WHERE o.id = r.response_id AND ${countedResponses(applied)}))`
    : 'true'

/**
 * Agreement of a study's annotators, per criterion, from the judgments that count. Says nothing of models, and so may be
 * read while a study is blind. Repeats for the same person are not in it. @throws invalid for adjudicated judgments:
 * those are not independent
 */
export async function computeAgreement(access: StudyAccess, { filter }: ResultsInput): Promise<CriterionAgreement[]> {
  if (filter?.judgments === 'adjudicated')
    throw new DomainError('invalid', 'Agreement is that of the original judgments.', { parameter: 'judgments' })
  const applied = await applyFilter(access.studyId, filter)
  const { criteria } = await getProtocol(access.studyId, access.protocolVersion)
  const found: CriterionAgreement[] = []
  for (const criterion of criteria.filter(hasAgreement)) {
    const read = await withConnection(client =>
      client.query<AgreementRow>(rows(applied), [...applied.values, criterion.id]),
    )
    found.push(await runComputation('agreementOf', { criterion, judged: agreementUnits(read.rows) }))
  }
  return found
}
