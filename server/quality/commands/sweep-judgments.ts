import 'server-only'
import { enqueueJob } from '../../jobs/commands'
import { db, type Transaction } from '../../platform/db'
import { type Protocol, protocolSchema } from '../../studies/schema'
import { listSubmittedJudgments, type SubmittedJudgment } from '../queries/submitted-judgments'
import { applyGoldRule } from './apply-gold-rule'
import { markStraightLines } from './mark-straight-lines'
import { settleTraining } from './settle-training'
import { storeChecks } from './store-checks'

const judgmentsPerRun = 300
/** A judgment can become visible this long after its time of submission. */
const lateMs = 2 * 60_000
/** While there is something to find, look again so soon. */
const againAfterSeconds = 5

/**
 * Looks at what was submitted since the last time, in all studies: too fast, always the same, known answers missed; and
 * draws the consequences. Nothing waits for it, and nothing is blocked by it. Idempotent; the clock starts it every
 * minute, and it starts itself while people work.
 */
export async function sweepJudgments(): Promise<void> {
  const studies = await db.$queryRaw<{ id: string; definition: unknown }[]>`
    SELECT t.id, p.definition FROM studies t JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
    WHERE t.state <> 'DRAFT' AND t.archived_at IS NULL AND EXISTS (
      SELECT 1 FROM judgments j WHERE j.study_id = t.id AND j.origin = 'LIVE'
        AND j.submitted_at >= COALESCE(t.checked_until, '-infinity') - make_interval(secs => ${lateMs / 1000}::int)
        AND NOT EXISTS (SELECT 1 FROM judgment_checks c WHERE c.judgment_id = j.id))`
  for (const { id, definition } of studies) await sweepStudy(id, protocolSchema.parse(definition))
  if (studies.length > 0)
    await db.$transaction(tx => enqueueJob(tx, 'quality.sweep', {}, 'quality.sweep', againAfterSeconds))
}

async function sweepStudy(studyId: string, protocol: Protocol): Promise<void> {
  await db.$transaction(
    async tx => {
      // One sweep at a time in a study.
      const [free] = await tx.$queryRaw<{ mine: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtext('quality.sweep'), hashtext(${studyId})) AS mine`
      if (!free?.mine) return
      const judgments = await listUnchecked(tx, studyId)
      await storeChecks(tx, judgments, protocol.criteria)
      for (const userId of new Set(judgments.map(judgment => judgment.userId))) {
        const own = judgments.filter(judgment => judgment.userId === userId)
        await markStraightLines(tx, own, protocol.criteria)
        if (own.some(isTraining)) await settleTraining(tx, studyId, userId)
        if (own.some(isCheck)) await applyGoldRule(tx, { studyId, userId }, protocol.quality.gold)
      }
      const last = judgments.at(-1)
      // A full run goes on from its last judgment; a late one is found within the two minutes before.
      const until = judgments.length < judgmentsPerRun ? null : last?.submittedAt
      await tx.$executeRaw`UPDATE studies SET checked_until = COALESCE(${until ?? null}::timestamptz, now()) WHERE id = ${studyId}::uuid`
    },
    { timeout: 60_000 },
  )
}

const isTraining = ({ purpose }: SubmittedJudgment) => purpose === 'CALIBRATION' || purpose === 'QUALIFICATION'
const isCheck = ({ purpose }: SubmittedJudgment) => purpose === 'GOLD' || purpose === 'ATTENTION'

async function listUnchecked(tx: Transaction, studyId: string): Promise<SubmittedJudgment[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    SELECT j.id FROM judgments j JOIN studies t ON t.id = j.study_id
    WHERE j.study_id = ${studyId}::uuid AND j.origin = 'LIVE'
      AND j.submitted_at >= COALESCE(t.checked_until, '-infinity') - make_interval(secs => ${lateMs / 1000}::int)
      AND NOT EXISTS (SELECT 1 FROM judgment_checks c WHERE c.judgment_id = j.id)
    ORDER BY j.submitted_at, j.id LIMIT ${judgmentsPerRun}`
  return ids.length === 0
    ? []
    : listSubmittedJudgments(
        tx,
        ids.map(row => row.id),
      )
}
