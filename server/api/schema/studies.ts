import { z } from 'zod'
import { presetNames } from '../../studies/preset-names'
import { disclosureSchema, protocolSchema, reasonSchema, studyNameSchema, studySlugSchema } from '../../studies/schema'
import { countSchema, idSchema, nullableTime, timeSchema } from './values'

const studyState = z.enum(['draft', 'open', 'paused', 'closed'])

export const studySummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  state: studyState,
  preset: z.string(),
  isArchived: z.boolean(),
  isBlind: z.boolean().describe('Admins see results by model only when it is closed and unblinded.'),
  isUnblinded: z.boolean(),
  createdAt: timeSchema,
  items: countSchema,
  places: countSchema.describe('Judgments that the study needs; 0 before it opens.'),
  judged: countSchema,
  recorded: countSchema.describe('Judgments that were imported.'),
  annotators: countSchema,
  openFlags: countSchema,
})

const protocolShape = z.toJSONSchema(protocolSchema, { io: 'input', unrepresentable: 'any' }).properties

/** Fields of the protocol that are given replace those that are there; each is checked with the whole. */
export const protocolChangeSchema = z
  .record(z.string(), z.unknown())
  .describe('Fields that are given replace those of the preset, or those that are there.')
  .meta({ properties: protocolShape, additionalProperties: false, propertyNames: undefined })

export const studySchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  state: studyState,
  disclosure: z.string(),
  preset: z.string(),
  isArchived: z.boolean(),
  isBlind: z.boolean(),
  isUnblinded: z.boolean(),
  sealed: z.boolean().describe('Results by model are withheld now.'),
  createdAt: timeSchema,
  openedAt: nullableTime,
  closedAt: nullableTime,
  acts: z.array(z.string()).describe('What its state allows now.'),
  counts: z.object({
    items: countSchema,
    models: countSchema,
    annotators: countSchema,
    openFlags: countSchema,
    recorded: countSchema,
  }),
})

export const studyWithProtocolSchema = studySchema.extend({
  protocolVersion: countSchema,
  protocolFrozenAt: nullableTime.describe('Null while it can be changed.'),
  protocol: z.record(z.string(), z.unknown()).meta({ properties: protocolShape, propertyNames: undefined }),
})

export const createStudyBody = z.strictObject({
  name: studyNameSchema,
  slug: studySlugSchema.optional().describe('What addresses call it; made of the name by default.'),
  preset: z.enum(presetNames),
  disclosure: disclosureSchema.optional().describe('Shown with every table.'),
  protocol: protocolChangeSchema.optional(),
})
export type CreateStudyBody = z.infer<typeof createStudyBody>

export const patchStudyBody = z.strictObject({
  name: studyNameSchema.optional(),
  disclosure: disclosureSchema.optional(),
  protocol: protocolChangeSchema.optional().describe('Of a draft only.'),
})
export type PatchStudyBody = z.infer<typeof patchStudyBody>

export const closeStudyBody = z.strictObject({
  acceptUnfinished: z.boolean().default(false).describe('Close it though work is left undone.'),
})

export const unblindStudyBody = z.strictObject({ reason: reasonSchema })

export const openingSchema = z.object({
  canOpen: z.boolean(),
  checks: z.array(
    z
      .object({ id: z.string(), severity: z.string() })
      .describe('"blocking": has to be seen to before the study opens.'),
  ),
})
