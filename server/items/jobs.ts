import 'server-only'
import type { Jobs } from '../jobs/schema'
import { checkImport, runImport } from './commands/advance-import'
import { discardUploads } from './commands/upload-import'

export const itemJobs: Jobs = {
  'items.check-import': ({ importId }, run) => checkImport(importId, run),
  'items.run-import': ({ importId }, run) => runImport(importId, run),
  'items.discard-uploads': () => discardUploads(),
}
