import 'server-only'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { listNoticedAnnotators, type NoticedAnnotator } from '../../quality/queries/list-noticed'
import { type Check, openingChecklist } from '../opening-checklist'
import { type StudyEffort, studyEffort } from '../study-effort'
import { getStudySettings } from './get-study'
import { readOpeningFacts } from './opening-facts'
import { readUnfinishedWork, type UnfinishedWork } from './unfinished-work'

/** A draft's way to its opening. */
export interface DraftOverview {
  checks: Check[]
  canOpen: boolean
  effort: StudyEffort
}

/** @throws invalid when the stored protocol is not complete */
export async function getDraftOverview(study: StudyAccess): Promise<DraftOverview> {
  const { protocol } = await getStudySettings(study)
  const facts = await readOpeningFacts(db, study.studyId, protocol)
  const checks = openingChecklist(facts, protocol)
  const canOpen = checks.every(check => check.severity !== 'blocking')
  return { checks, canOpen, effort: studyEffort(facts, protocol) }
}

/** How far a study is that was opened. */
export interface RunningOverview {
  places: { free: number; held: number; judged: number; total: number }
  skipped: number
  unfinished: UnfinishedWork
  /** Annotators that quality control or a training has stopped. */
  noticed: NoticedAnnotator[]
}

export async function getRunningOverview(study: StudyAccess): Promise<RunningOverview> {
  const [[row], unfinished, noticed] = await Promise.all([
    db.$queryRaw<{ free: number; held: number; judged: number; skipped: number }[]>`
      SELECT count(*) FILTER (WHERE state = 'FREE')::int AS free, count(*) FILTER (WHERE state = 'HELD')::int AS held,
        count(*) FILTER (WHERE state = 'JUDGED')::int AS judged,
        (SELECT count(*) FROM assignments a WHERE a.study_id = ${study.studyId}::uuid AND a.state = 'SKIPPED')::int AS skipped
      FROM places WHERE study_id = ${study.studyId}::uuid AND for_user_id IS NULL`,
    readUnfinishedWork(db, study.studyId),
    listNoticedAnnotators(study),
  ])
  const { free = 0, held = 0, judged = 0, skipped = 0 } = row ?? {}
  return { places: { free, held, judged, total: free + held + judged }, skipped, unfinished, noticed }
}
