import 'server-only'
import type { Transaction } from '../../platform/db'

/** Of one person, of one disagreement, or of everybody who cannot decide any more (not in the study, disabled). */
export type Unbegun = { userId: string } | { disagreement: string } | 'whose adjudicator is gone'

/** Takes back what nobody has begun to decide, so that it waits for somebody again. What has a draft stays where it is. */
export async function takeBackUnbegun(tx: Transaction, studyId: string, of: Unbegun): Promise<void> {
  const one = typeof of === 'string' ? {} : of
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM places p USING disagreements d
      WHERE d.place_id = p.id AND d.study_id = ${studyId}::uuid AND p.state <> 'JUDGED'
        AND (d.adjudicator_id = ${'userId' in one ? one.userId : null}::uuid
          OR d.id = ${'disagreement' in one ? one.disagreement : null}::uuid
          OR ${of === 'whose adjudicator is gone'} AND NOT EXISTS (
            SELECT 1 FROM study_annotators m JOIN users u ON u.id = m.user_id
            WHERE m.study_id = d.study_id AND m.user_id = d.adjudicator_id AND m.is_adjudicator
              AND m.removed_at IS NULL AND u.disabled_at IS NULL))
        AND NOT EXISTS (SELECT 1 FROM assignments a JOIN drafts f ON f.assignment_id = a.id WHERE a.place_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.place_id = p.id AND (a.state = 'SUBMITTED' OR a.revealed_at IS NOT NULL))
      RETURNING d.id)
    UPDATE disagreements SET adjudicator_id = NULL, place_id = NULL WHERE id IN (SELECT id FROM gone)`
}
