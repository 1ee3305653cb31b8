import 'server-only'
import type { Jobs } from '../jobs/schema'
import { sweepJudgments } from './commands/sweep-judgments'

export const qualityJobs: Jobs = {
  'quality.sweep': () => sweepJudgments(),
}
