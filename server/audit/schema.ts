import { z } from 'zod'

export const auditPageSize = 100

const optionalText = z.string().trim().max(200).nullable().default(null)

export const listAuditSchema = z.object({
  /** Id of an actor; "operator" for the command line and the system. */
  actor: z
    .union([z.uuid(), z.literal('operator')])
    .nullable()
    .default(null),
  /** The beginning of an action: "study", "study.opened". */
  action: optionalText,
  /** Slug or id. */
  study: optionalText,
  /** Entries before this number: the next page. */
  before: z.coerce.bigint().nullable().default(null),
})
export type ListAudit = z.infer<typeof listAuditSchema>
