import { z } from 'zod'
import { criterionSchema } from '../../criteria/schema'
import { blindedAssignmentSchema } from '../blinding/schema'
import {
  activeMsSchema,
  advanceShape,
  judgmentContentSchema,
  ownReturnSchema,
  ownStudyShape,
  refusalSchema,
  revealedSchema,
} from '../judgments/schema'
import { feedbackSchema } from '../quality/schema'

export const assignmentStateSchema = z.enum([
  'AHEAD',
  'SHOWN',
  'SUBMITTED',
  'SKIPPED',
  'RETURNED',
  'TAKEN',
  'CANCELLED',
])

/** Why there is nothing to judge for a person in a study. */
export const nothingReasonSchema = z.enum([
  'paused',
  'closed',
  'quota',
  'no-language',
  'no-expertise',
  'all-done',
  'all-taken',
  'halted',
  'not-qualified',
  'training-done',
])
export type NothingReason = z.infer<typeof nothingReasonSchema>

export const listStudiesOutput = z.strictObject({
  studies: z.array(
    z.strictObject({
      ...ownStudyShape,
      judged: z.number().int(),
      quota: z.number().int().nullable(),
      languages: z.array(z.string()),
      /** Items this person may still judge; in very large studies at least so many. */
      remaining: z.number().int(),
      hasWork: z.boolean(),
    }),
  ),
})

export const continueOutput = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('assignment'), assignment: z.uuid() }),
  z.strictObject({
    status: z.literal('nothing'),
    reason: nothingReasonSchema,
    detail: z.record(z.string(), z.string()),
  }),
])

/** Criteria as annotators get them: the same shapes, strict. */
export const criteriaOutput = z.array(criterionSchema)

export const getAssignmentOutput = z.strictObject({
  state: assignmentStateSchema,
  study: z.strictObject({
    ...ownStudyShape,
    guidelines: z.string(),
    guidelinesByLanguage: z.record(z.string(), z.string()),
  }),
  criteria: criteriaOutput,
  content: blindedAssignmentSchema,
  draft: z
    .strictObject({ content: judgmentContentSchema, revision: z.number().int(), activeMs: z.number().int() })
    .nullable(),
  judgment: z
    .strictObject({
      content: judgmentContentSchema,
      submittedAt: z.iso.datetime(),
      revision: z.number().int(),
      revisableUntil: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** What was shown when the first ratings were locked; null: they are not, or nothing waits for that. */
  revealed: revealedSchema.nullable(),
  /** The judgment was given back, and can be changed whatever the revision window says. */
  returned: ownReturnSchema.nullable(),
  /** The known answers of a training item that was judged; null: there are none to tell. */
  feedback: feedbackSchema.nullable(),
  flags: z.array(z.enum(['BAD_PROMPT', 'WRONG_REFERENCE', 'UNSAFE', 'PRIVATE_DATA', 'OTHER'])),
  progress: z.strictObject({ judgedToday: z.number().int(), judged: z.number().int() }),
})

export const showAssignmentOutput = z.strictObject({ held: z.boolean(), ahead: blindedAssignmentSchema.nullable() })

export const skipInput = z.object({
  reason: z.string().trim().min(1, 'Say why, in a word or two.').max(1000),
  /** Time with the item on the screen: it is work, too. */
  activeMs: activeMsSchema.default(0),
})
export const skipOutput = z.union([z.strictObject({ status: z.literal('skipped'), ...advanceShape }), refusalSchema])

export const flagKindSchema = z.enum(['BAD_PROMPT', 'WRONG_REFERENCE', 'UNSAFE', 'PRIVATE_DATA', 'OTHER'])
export const flagInput = z.object({ kind: flagKindSchema, note: z.string().trim().max(4000).default('') })
export const withdrawFlagInput = z.object({ kind: flagKindSchema })
export const flagOutput = z.strictObject({ status: z.enum(['flagged', 'withdrawn']) })
export type FlagInput = z.infer<typeof flagInput>
