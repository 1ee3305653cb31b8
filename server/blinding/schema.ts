import { z } from 'zod'
import { rubricSchema } from '../../criteria/checklist/schema'

/** What an annotator's browser may know of a response: its texts, one per turn. The position in the list is the slot. */
export const blindedResponseSchema = z.strictObject({ turns: z.array(z.string()) })

/** What an annotator's browser may know of an assignment. Strict: one more key is an error, not dropped. */
export const blindedAssignmentSchema = z.strictObject({
  /** The assignment's handle: random, never repeated. */
  id: z.uuid(),
  language: z.string(),
  category: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), text: z.string() })),
  /** One per turn; empty: none is shown, or not yet. */
  references: z.array(z.string()),
  /** What the prompt was to be translated from; null: no translation. */
  sourceLanguage: z.string().nullable(),
  /** What to know beside the prompt. Empty: nothing. */
  context: z.string(),
  /** The item's scoring standard; null: it has none. */
  rubric: rubricSchema.nullable(),
  /** Criteria of the protocol that are not asked here. */
  omitted: z.array(z.string()),
  /** now: everything is there. after-first: the first ratings are locked before the rest is shown. done: they are, and it is. */
  reveal: z.enum(['now', 'after-first', 'done']),
  /** How far the training is that comes before the work; null: this is no training. */
  training: z.strictObject({ number: z.number().int(), total: z.number().int() }).nullable(),
  /** Known answers may follow the submission: wait for them before moving on. */
  feedback: z.boolean(),
  /** The reader decides between judgments of others, which are shown when the own ratings are locked. */
  decides: z.boolean(),
  /** Slot A first. */
  responses: z.array(blindedResponseSchema).min(1).max(8),
})
export type BlindedAssignmentData = z.infer<typeof blindedAssignmentSchema>

export { slotLetter } from './slot-letter'
