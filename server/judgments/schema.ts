import { z } from 'zod'
import { ratingSchema } from '../../criteria/schema'
import { blindedAssignmentSchema } from '../blinding/schema'
import { feedbackSchema } from '../quality/schema'
import { studyStateSchema } from '../studies/schema'

/** What an annotator enters: complete when submitted, in part while a draft. */
export const judgmentContentSchema = z.strictObject({ ratings: z.array(ratingSchema).max(400) })
export type JudgmentContent = z.infer<typeof judgmentContentSchema>

/** Time with an item on the screen, idle time removed; as much as the database's integer holds. */
export const activeMsSchema = z
  .number()
  .int()
  .min(0)
  .max(24 * 24 * 3_600_000)
const isoDate = z.iso.datetime()

export const saveDraftInput = z.object({
  /** The revision that this save builds on; 0: there was none. */
  base: z.number().int().min(0),
  content: judgmentContentSchema,
  activeMs: activeMsSchema,
})

export const saveDraftOutput = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('saved'), revision: z.number().int() }),
  z.strictObject({
    status: z.literal('conflict'),
    revision: z.number().int(),
    content: judgmentContentSchema.nullable(),
  }),
])

export const submitInput = z.object({
  /** Made by the browser and stored there before the first attempt. */
  key: z.uuid(),
  content: judgmentContentSchema,
  activeMs: activeMsSchema,
})

/** Why a submission is refused; the draft stays. */
export const refusalSchema = z.strictObject({
  status: z.enum([
    'closed',
    'taken',
    'skipped',
    'returned',
    'cancelled',
    'submitted_elsewhere',
    'key_reused',
    'not_revealed',
  ]),
})

/** What is shown when the first ratings are locked, beside the reference. */
export const revealedSchema = z.strictObject({
  /** The ratings as they were locked: they stay the headline. */
  first: judgmentContentSchema,
  /** What others judged, in the slots of this assignment: adjudication only. */
  judgments: z.array(z.strictObject({ label: z.string(), content: judgmentContentSchema })),
})
export type Revealed = z.infer<typeof revealedSchema>

export const revealInput = z.object({ content: judgmentContentSchema, activeMs: activeMsSchema })
export const revealOutput = z.union([
  /** `references`: one per turn; empty: none is shown. */
  z.strictObject({ status: z.literal('revealed'), references: z.array(z.string()), ...revealedSchema.shape }),
  refusalSchema,
])

/** What is on the screen next, and what is behind it. nextContent is null when `next` was the look-ahead. */
export const advanceShape = {
  next: z.uuid().nullable(),
  nextContent: blindedAssignmentSchema.nullable(),
  ahead: blindedAssignmentSchema.nullable(),
}

export const submitOutput = z.union([
  z.strictObject({
    status: z.enum(['submitted', 'repeated']),
    ...advanceShape,
    /** Of training, and of gold items that are told: never of what checks people silently. */
    feedback: feedbackSchema.optional(),
  }),
  refusalSchema,
])

export const reviseOutput = z.strictObject({
  status: z.enum(['submitted', 'repeated', 'too_late', 'closed', 'key_reused']),
})

export const listOwnInput = z.object({
  study: z.string().max(120).optional(),
  cursor: z.iso.datetime().optional(),
})

export const listOwnOutput = z.strictObject({
  judgments: z.array(
    z.strictObject({
      assignment: z.uuid(),
      study: z.string(),
      studyName: z.string(),
      language: z.string(),
      category: z.string().nullable(),
      promptStart: z.string(),
      submittedAt: isoDate,
      revision: z.number().int(),
      revisableUntil: isoDate.nullable(),
    }),
  ),
  nextCursor: isoDate.nullable(),
})

/** REVIEW: somebody asks for another look. RUBRIC: points of the item's rubric changed. */
export const returnKindSchema = z.enum(['REVIEW', 'RUBRIC'])

/** Why an own judgment was given back. `points`: ids of points of the rubric that are to be judged again. */
export const ownReturnSchema = z.strictObject({
  kind: returnKindSchema,
  message: z.string(),
  points: z.array(z.string()),
})

export const listReturnedOutput = z.strictObject({
  judgments: z.array(
    z.strictObject({
      assignment: z.uuid(),
      study: z.string(),
      studyName: z.string(),
      language: z.string(),
      promptStart: z.string(),
      kind: returnKindSchema,
      message: z.string(),
      /** How many points of the rubric are to be judged again. */
      points: z.number().int(),
    }),
  ),
})

/** For admins: the draft of this assignment becomes a judgment. */
export const acceptDraftInput = z.object({ assignment: z.uuid() })

const calendarDate = z.iso.date()

export const statementInput = z.object({
  from: calendarDate,
  to: calendarDate,
  timeZone: z
    .string()
    .max(60)
    .refine(zone => {
      try {
        return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
      } catch {
        return false
      }
    }, 'This is not a time zone.'),
})
export type StatementInput = z.infer<typeof statementInput>

/** What one annotator did, per day and study. activeMs: time with an item on the screen, idle time removed. */
export const statementOutput = z.strictObject({
  days: z.array(
    z.strictObject({
      date: calendarDate,
      study: z.string(),
      studyName: z.string(),
      judged: z.number().int(),
      skipped: z.number().int(),
      activeMs: z.number().int(),
    }),
  ),
})

export const ownStudyShape = { study: z.string(), name: z.string(), state: studyStateSchema }
