import 'server-only'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'

/** Takes out of a draft what an import brought: its items, and its responses to other items. @throws conflict, not_found */
export async function undoImport(study: StudyAccess, importId: string): Promise<{ items: number; responses: number }> {
  const { studyId } = study
  return db.$transaction(
    async tx => {
      const [locked] = await tx.$queryRaw<{ state: string; judged: boolean }[]>`
        SELECT state::text AS state, EXISTS (SELECT 1 FROM judgments j WHERE j.study_id = t.id) AS judged
        FROM studies t WHERE id = ${studyId}::uuid FOR NO KEY UPDATE`
      if (locked?.state !== 'DRAFT')
        throw new DomainError('conflict', 'An import can be taken back only while the study is a draft.')
      if (locked.judged)
        throw new DomainError('conflict', 'The study holds judgments already; its items can no longer be taken out.')
      const { count } = await tx.import.updateMany({
        where: { id: importId, studyId, state: 'DONE' },
        data: { state: 'CANCELLED', failure: 'taken-back' },
      })
      if (count === 0) throw new DomainError('not_found', 'There is no such finished import.')
      const items = await tx.item.deleteMany({ where: { studyId, importId } })
      const responses = await tx.$executeRaw`
        DELETE FROM responses r USING response_sources s
        WHERE s.response_id = r.id AND s.import_id = ${importId}::uuid`
      // What shared a slot with a response that is gone gets another representative.
      await tx.$executeRaw`
        UPDATE responses r SET representative_id = (
          SELECT o.id FROM responses o WHERE o.item_id = r.item_id AND o.text_hash = r.text_hash AND o.status = r.status
          ORDER BY o.id LIMIT 1)
        FROM items i WHERE i.id = r.item_id AND i.study_id = ${studyId}::uuid
          AND NOT EXISTS (SELECT 1 FROM responses p WHERE p.id = r.representative_id)`
      await tx.$executeRaw`
        DELETE FROM models m WHERE m.study_id = ${studyId}::uuid
          AND NOT EXISTS (SELECT 1 FROM response_sources s WHERE s.model_id = m.id)`
      await refreshEligibility(tx, { studyId })
      await recordAudit(tx, {
        actorId: study.actor.userId,
        action: 'items.import_undone',
        studyId,
        detail: { importId, items: items.count, responses },
      })
      return { items: items.count, responses }
    },
    { timeout: 120_000 },
  )
}
