import 'server-only'
import { enqueueJob } from '../../jobs/commands'
import { db } from '../../platform/db'
import { announceEvent } from './announce-event'

const judgmentsPerRun = 300
/** A judgment can become visible this long after its time of submission. */
const lateSeconds = 120
/** While there is something to find, look again so soon. */
const againAfterSeconds = 5

interface Row {
  id: string
  study_id: string
  item: string
  annotator: string
  occasion: string
  revision: number
  submitted_at: Date
}

/**
 * Announces what was submitted since the last time, for webhooks that listen to it: beside the submission, which never
 * waits for it. Each judgment once, by its key, however often a window is looked at. What is said names no model, no
 * score and no purpose. The clock starts it every minute, and it starts itself while people work.
 */
export async function sweepJudgments(): Promise<void> {
  await db.$transaction(
    async tx => {
      const [free] = await tx.$queryRaw<{ mine: boolean; at: Date }[]>`
        SELECT pg_try_advisory_xact_lock(hashtext('webhooks.sweep-judgments')) AS mine, now() AS at`
      if (!free?.mine) return
      const rows = await tx.$queryRaw<Row[]>`
        SELECT DISTINCT j.id, j.study_id, i.external_id AS item, u.pseudonym AS annotator, j.occasion::text AS occasion, j.revision, j.submitted_at
        FROM webhooks w JOIN studies t ON w.study_id IS NULL OR t.id = w.study_id
          JOIN judgments j ON j.study_id = t.id AND j.origin = 'LIVE'
            AND j.submitted_at >= GREATEST(w.created_at, w.judged_until - make_interval(secs => ${lateSeconds}::int))
          JOIN items i ON i.id = j.item_id JOIN users u ON u.id = j.user_id
        WHERE w.disabled_at IS NULL AND 'assignment.judged' = ANY (w.events)
          AND NOT EXISTS (SELECT 1 FROM webhook_events e WHERE e.type = 'assignment.judged' AND e.key = j.id::text)
        ORDER BY j.submitted_at, j.id LIMIT ${judgmentsPerRun}`
      for (const row of rows)
        await announceEvent(tx, {
          studyId: row.study_id,
          type: 'assignment.judged',
          key: row.id,
          data: {
            judgment: row.id,
            item: row.item,
            annotator: row.annotator,
            occasion: row.occasion === 'ADJUDICATION' ? 'adjudication' : 'judgment',
            revision: row.revision,
            submittedAt: row.submitted_at.toISOString(),
          },
        })
      // A full run goes on from its last judgment; a late one is found within the two minutes before.
      const isFull = rows.length === judgmentsPerRun
      const until = !isFull ? free.at : (rows.at(-1)?.submitted_at ?? free.at)
      await tx.$executeRaw`UPDATE webhooks SET judged_until = GREATEST(judged_until, ${until}::timestamptz)
        WHERE disabled_at IS NULL AND 'assignment.judged' = ANY (events)`
      if (rows.length > 0)
        await enqueueJob(tx, 'webhooks.sweep-judgments', {}, 'webhooks.sweep-judgments', isFull ? 0 : againAfterSeconds)
    },
    { timeout: 60_000 },
  )
}
