import 'server-only'
import type { StudyAccess } from '../../people/access'
import { db, type Transaction } from '../../platform/db'

/** What is left undone in a study: what closing it would end. */
export interface UnfinishedWork {
  /** Judgments that are still needed. */
  openPlaces: number
  /** Judgments that were begun and not submitted. */
  drafts: number
  openFlags: number
  /** Items of recorded judgments without a single one. */
  itemsWithoutJudgment: number
}

export async function readUnfinishedWork(tx: Transaction | typeof db, studyId: string): Promise<UnfinishedWork> {
  const [row] = await tx.$queryRaw<UnfinishedWork[]>`
    SELECT
      (SELECT count(*) FROM places p WHERE p.study_id = t.id AND p.state <> 'JUDGED' AND p.for_user_id IS NULL)::int AS "openPlaces",
      (SELECT count(*) FROM assignments a JOIN drafts d ON d.assignment_id = a.id
        WHERE a.study_id = t.id AND a.state = 'SHOWN')::int AS drafts,
      (SELECT count(*) FROM item_flags f WHERE f.study_id = t.id AND f.resolved_at IS NULL)::int AS "openFlags",
      (SELECT count(*) FROM items i WHERE i.study_id = t.id AND i.purpose = 'STUDY' AND t.state = 'DRAFT'
        AND NOT EXISTS (SELECT 1 FROM judgments j WHERE j.item_id = i.id AND j.is_current))::int AS "itemsWithoutJudgment"
    FROM studies t WHERE t.id = ${studyId}::uuid`
  return row ?? { openPlaces: 0, drafts: 0, openFlags: 0, itemsWithoutJudgment: 0 }
}

/** For the question that closing asks. */
export const getUnfinishedWork = (study: StudyAccess): Promise<UnfinishedWork> => readUnfinishedWork(db, study.studyId)
