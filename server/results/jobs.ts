import 'server-only'
import type { Jobs } from '../jobs/schema'
import { computeResult } from './commands/compute-result'

export const resultJobs: Jobs = {
  'results.compute': ({ resultId }, run) => computeResult(resultId, run),
}
