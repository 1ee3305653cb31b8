import { z } from 'zod'
import { exportFormatSchema, exportKindSchema, exportOptionsSchema } from '../../exports/schema'
import { resultFilterSchema } from '../../results/filter'
import { countSchema, idSchema, nullableTime, timeSchema } from './values'

export const exportSchema = z.object({
  id: idSchema,
  kind: exportKindSchema,
  format: exportFormatSchema,
  filter: z.record(z.string(), z.unknown()),
  options: z.record(z.string(), z.unknown()),
  state: z.enum(['queued', 'running', 'ready', 'failed', 'cancelled', 'expired']),
  blind: z.boolean().describe('Names no model: may be downloaded while the study is blind.'),
  fileName: z.string(),
  rowsDone: countSchema,
  rowsTotal: countSchema.nullable(),
  byteSize: countSchema.nullable(),
  sha256: z.string().nullable(),
  failure: z.string().nullable(),
  createdAt: timeSchema,
  finishedAt: nullableTime,
  expiresAt: nullableTime,
})

export const requestExportBody = z.strictObject({
  kind: exportKindSchema,
  format: exportFormatSchema,
  filter: resultFilterSchema.optional(),
  options: exportOptionsSchema.optional(),
})

/** Its state in lower case. */
export const exportBody = <View extends { state: string }>(view: View) => ({ ...view, state: view.state.toLowerCase() })
