import 'server-only'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import { mulberry32 } from '../../statistics/random/mulberry32'
import { getProtocol } from '../../studies/queries'
import { type AgreementRow, agreementUnits, hasAgreement } from '../agreement/agreement-units'
import { type CriterionAgreement, criterionAgreement } from '../agreement/criterion-agreement'

/** $1 study, $2 criterion. Only items that two people judged: on others nobody can agree. */
const rows = `
  WITH counted AS MATERIALIZED (
    SELECT j.id, j.item_id, j.origin, j.submitted_at, COALESCE(j.slot_order, p.slot_order) AS slots,
      CASE j.origin WHEN 'LIVE' THEN COALESCE(u.pseudonym, '') ELSE COALESCE(j.annotator_label, 'recorded') END AS annotator
    FROM judgments j JOIN items i ON i.id = j.item_id LEFT JOIN users u ON u.id = j.user_id
      LEFT JOIN assignments a ON a.id = j.assignment_id LEFT JOIN places p ON p.id = a.place_id
    WHERE j.study_id = $1 AND j.is_current AND j.excluded_at IS NULL AND j.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY'),
  shared AS (SELECT item_id FROM counted GROUP BY item_id HAVING count(DISTINCT annotator) > 1)
  SELECT c.item_id AS item, c.annotator, c.origin::text AS origin, r.response_id AS "responseId",
    COALESCE(c.slots, '{}') AS slots, COALESCE(r.first_value, r.value) AS value, r.choice
  FROM counted c JOIN shared s ON s.item_id = c.item_id JOIN ratings r ON r.judgment_id = c.id
  WHERE r.criterion = $2 AND r.cannot_judge IS NULL
  ORDER BY c.submitted_at, c.annotator, c.id`

/** The same study gives the same intervals. */
const seed = 2011

/**
 * Agreement of a study's annotators, per criterion, from the judgments that count. Says nothing of models, and so may be
 * read while a study is blind. Repeats for the same person are not in it.
 */
export async function getAgreement(access: StudyAccess): Promise<CriterionAgreement[]> {
  const { criteria } = await getProtocol(access.studyId, access.protocolVersion)
  return withConnection(async client => {
    const found: CriterionAgreement[] = []
    for (const criterion of criteria.filter(hasAgreement)) {
      const read = await client.query<AgreementRow>(rows, [access.studyId, criterion.id])
      found.push(criterionAgreement(criterion, agreementUnits(read.rows), mulberry32(seed)))
    }
    return found
  })
}
