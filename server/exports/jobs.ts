import 'server-only'
import type { Jobs } from '../jobs/schema'
import { discardExports } from './commands/end-export'
import { makeExport } from './commands/make-export'

export const exportJobs: Jobs = {
  'exports.make': ({ exportId }, run) => makeExport(exportId, run),
  'exports.discard': () => discardExports(),
}
