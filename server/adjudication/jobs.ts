import 'server-only'
import type { Jobs } from '../jobs/schema'
import { findDisagreements } from './commands/find-disagreements'

export const adjudicationJobs: Jobs = {
  'adjudication.find-disagreements': () => findDisagreements(),
}
