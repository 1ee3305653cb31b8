import { z } from 'zod'

/** Every job by name, with its payload. The worker maps each to the command that does it (jobs.ts of its domain). */
export const jobPayloadSchemas = {
  'items.check-import': z.object({ importId: z.uuid() }),
  'items.run-import': z.object({ importId: z.uuid() }),
}

export type JobName = keyof typeof jobPayloadSchemas
export type JobPayloads = { [Name in JobName]: z.infer<(typeof jobPayloadSchemas)[Name]> }
