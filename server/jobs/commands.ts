import 'server-only'
import type { Transaction } from '../platform/db'
import { type JobName, type JobPayloads, mostAttempts } from './schema'

/**
 * Puts a job into the queue inside the caller's transaction: it exists if and only if the write does.
 * Two jobs with the same `key` that have not started yet are one. Jobs of the same `queue` are done one after the other.
 */
export async function enqueueJob<Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayloads[Name],
  key?: string,
  delaySeconds = 0,
  queue?: string,
): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := ${mostAttempts}, job_key := ${key ?? null},
    run_at := now() + make_interval(secs => ${delaySeconds}), queue_name := ${queue ?? null})`
}
