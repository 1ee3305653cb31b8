import 'server-only'
import type { Jobs } from '../jobs/schema'
import { steerComparisons } from './commands'

export const adaptiveJobs: Jobs = {
  'adaptive.steer-comparisons': () => steerComparisons(),
}
