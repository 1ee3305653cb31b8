import { z } from 'zod'

/** Every job by name, with its payload. The worker maps each to the command that does it (jobs.ts of its domain). */
export const jobPayloadSchemas = {
  'items.check-import': z.object({ importId: z.uuid() }),
  'items.run-import': z.object({ importId: z.uuid() }),
  'items.discard-uploads': z.object({}),
  'exports.make': z.object({ exportId: z.uuid() }),
  'exports.discard': z.object({}),
  'adaptive.steer-comparisons': z.object({}),
  'adjudication.find-disagreements': z.object({}),
  'quality.sweep': z.object({}),
  'results.compute': z.object({ resultId: z.uuid() }),
  'webhooks.deliver': z.object({ deliveryId: z.uuid() }),
  'webhooks.sweep-judgments': z.object({}),
  'webhooks.discard-events': z.object({}),
}

export type JobName = keyof typeof jobPayloadSchemas
export type JobPayloads = { [Name in JobName]: z.infer<(typeof jobPayloadSchemas)[Name]> }

/** Of the queue: restarts of the worker count as well. A command gives up earlier, at `JobRun.isLast`. */
export const mostAttempts = 25
/** So often is something tried that fails. */
export const mostFailures = 3

/** What a job knows of its own run. */
export interface JobRun {
  /** From 1. */
  attempt: number
  /** It failed often enough: say so for good instead of throwing. */
  isLast: boolean
}

/** A domain's jobs (its jobs.ts): job name → the command that does it. */
export type Jobs = { [Name in JobName]?: (payload: JobPayloads[Name], run: JobRun) => Promise<void> }
