import { adaptiveJobs } from './adaptive/jobs'
import { adjudicationJobs } from './adjudication/jobs'
import { exportJobs } from './exports/jobs'
import { itemJobs } from './items/jobs'
import { startJobRunner } from './jobs/adapters/job-runner'
import { disconnect } from './platform/db'
import { logger } from './platform/logger'
import { listenForShutdown, shutdown } from './platform/shutdown'
import { qualityJobs } from './quality/jobs'
import { resultJobs } from './results/jobs'
import { webhookJobs } from './webhooks/jobs'

// The second process: jobs. Any number of them may run; they share nothing but PostgreSQL and the blobs. Its parent's
// end reaches it as SIGTERM (scripts/exit-with-parent.mjs).

const concurrency = 2

listenForShutdown()
const stopped = new Promise<void>(resolve => shutdown.addEventListener('abort', () => resolve(), { once: true }))
const runner = await startJobRunner(
  { ...adaptiveJobs, ...itemJobs, ...adjudicationJobs, ...exportJobs, ...qualityJobs, ...resultJobs, ...webhookJobs },
  concurrency,
)
logger.debug({ concurrency }, 'worker ready')
const isBroken = await Promise.race([stopped.then(() => false), runner.broken.then(() => true)])
if (isBroken) logger.error('the connection of the worker to the database is gone')
else await runner.stop()
await disconnect().catch(() => undefined)
process.exit(isBroken ? 1 : 0)
