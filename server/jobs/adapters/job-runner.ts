import 'server-only'
import { Logger, parseCronItems, type Runner, type RunnerOptions, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { env } from '../../platform/env'
import { logger } from '../../platform/logger'
import { randomBelow } from '../../platform/randomness'
import { type JobName, type JobRun, type Jobs, jobPayloadSchemas, mostFailures } from '../schema'

// A worker that is killed leaves its jobs locked, for hours. So each worker process holds an advisory lock for as long
// as it lives (the server lets go of it with the connection), and names its runners after it: a lock that can be had
// belonged to a dead process, whose jobs are set free.

const lockClass = 730_101
const mostTokens = 2 ** 31 - 1
const workerName = (token: number, runner: number) => `assay-${token}-${runner}`
const nameToken = (name: string) => Number(/^assay-(\d+)-\d+$/.exec(name)?.[1] ?? Number.NaN)
const queueLogger = new Logger(scope => (level, message) => {
  if (level === 'error' || level === 'warning') logger.warn({ scope: scope.label }, message)
})
const reviveEveryMs = 30_000
/** What is done by the clock, in cron's notation (UTC). */
const timetable = [
  { task: 'items.discard-uploads', match: '17 3 * * *' },
  { task: 'exports.discard', match: '23 * * * *' },
  { task: 'adjudication.find-disagreements', match: '* * * * *' },
  { task: 'quality.sweep', match: '* * * * *' },
  { task: 'webhooks.sweep-judgments', match: '* * * * *' },
  { task: 'webhooks.discard-events', match: '37 3 * * *' },
  { task: 'adaptive.steer-comparisons', match: '* * * * *' },
]

export interface JobRunner {
  /** Resolves when it can no longer work (its connection is gone): end the process then. */
  broken: Promise<void>
  /** Lets running jobs end, takes no new ones. */
  stop: () => Promise<void>
}

/** Runs jobs until it is stopped: `concurrency` at a time in this process. */
export async function startJobRunner(jobs: Jobs, concurrency: number): Promise<JobRunner> {
  const token = randomBelow(mostTokens)
  const presence = new pg.Client({ connectionString: env().DATABASE_URL, application_name: 'assay-worker' })
  const broken = new Promise<void>(resolve => {
    presence.once('error', () => resolve())
    presence.once('end', () => resolve())
  })
  await presence.connect()
  await presence.query('SELECT pg_advisory_lock($1, $2)', [lockClass, token])

  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: concurrency + 2,
    application_name: 'assay-worker',
  })
  pool.on('error', error => logger.warn({ error: error.message }, 'an idle connection of the job queue broke'))
  const runners: Runner[] = []
  for (let runner = 1; runner <= concurrency; runner++) {
    // `workerId` is read at run time, though the types of `run` do not say so; it needs one runner per worker.
    const options: RunnerOptions & { workerId: string } = {
      workerId: workerName(token, runner),
      concurrency: 1,
      pgPool: pool,
      logger: queueLogger,
      noHandleSignals: true,
      pollInterval: 2000,
      taskList: taskList(jobs),
      parsedCronItems: parseCronItems(runner === 1 ? timetable : []),
    }
    runners.push(await run(options))
  }
  await reviveJobs(pool)
  const timer = setInterval(() => {
    reviveJobs(pool).catch(error =>
      logger.warn({ error: error.message }, 'jobs of dead workers could not be looked for'),
    )
  }, reviveEveryMs)
  return {
    broken,
    stop: async () => {
      clearInterval(timer)
      await Promise.all(runners.map(runner => runner.stop().catch(() => undefined)))
      await pool.end()
      await presence.end()
    },
  }
}

function taskList(jobs: Jobs): TaskList {
  const list: TaskList = {}
  for (const name of Object.keys(jobs) as JobName[]) {
    const command = jobs[name] as ((payload: unknown, run: JobRun) => Promise<void>) | undefined
    if (!command) continue
    list[name] = async (payload, { job }) => {
      const startedMs = performance.now()
      await command(jobPayloadSchemas[name].parse(payload ?? {}), {
        attempt: job.attempts,
        isLast: job.attempts >= mostFailures,
      })
      logger.info({ job: name, ms: Math.round(performance.now() - startedMs) }, 'job done')
    }
  }
  return list
}

/** Sets the jobs of dead worker processes free. */
async function reviveJobs(pool: pg.Pool) {
  const { rows } = await pool.query<{ locked_by: string }>(
    'SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
  )
  for (const { locked_by: name } of rows) {
    const token = nameToken(name)
    if (Number.isNaN(token)) continue
    // In one statement, so that the lock is given back on the same connection.
    const { rows: free } = await pool.query<{ dead: boolean }>(
      `SELECT CASE WHEN pg_try_advisory_lock($1, $2) THEN pg_advisory_unlock($1, $2) ELSE false END AS dead`,
      [lockClass, token],
    )
    if (!free[0]?.dead) continue
    logger.warn({ worker: name }, 'a worker died; its jobs are free again')
    await pool.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1::text])', [name])
  }
}
