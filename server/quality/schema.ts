import { z } from 'zod'
import { criterionIdSchema, partIdSchema } from '../../criteria/base-schema'

/** A response as a file names it: by its model, and by the sample where there are several. */
export const responseRefSchema = z.strictObject({
  model: z.string().trim().min(1).max(200),
  sample: z.number().int().min(0).default(0),
})
export type ResponseRef = z.infer<typeof responseRefSchema>

const tolerance = z.number().min(0).max(1000).default(0)
const labels = z.array(partIdSchema).min(1).max(40)
/** `response` null: the criterion judges the whole item. */
const ofResponse = { criterion: criterionIdSchema, response: responseRefSchema.nullable().default(null) }

/** One known answer. Which kind it is, its keys say. */
export const expectationSchema = z.union(
  [
    /** Scale: this value, in the scale's own unit, give or take `tolerance`. Ranking: this rank. */
    z.strictObject({ ...ofResponse, value: z.number().min(-1000).max(1000), tolerance }),
    /** Checklist: this share of what can be earned, 0–100. */
    z.strictObject({ ...ofResponse, score: z.number().min(0).max(100), tolerance }),
    /** Checklist: these points, in points, each give or take `tolerance`. */
    z.strictObject({ ...ofResponse, points: z.record(partIdSchema, z.number().min(0).max(1000)), tolerance }),
    /** Choice: all of these labels are among the chosen ones. */
    z.strictObject({ ...ofResponse, labels }),
    /** Choice: none of these labels is. */
    z.strictObject({ ...ofResponse, withoutLabels: labels }),
    /** Preference: who wins, or that nobody does. */
    z.strictObject({ criterion: criterionIdSchema, winner: z.union([z.enum(['tie', 'unusable']), responseRefSchema]) }),
    /**
     * Relative: one response is better than the other. Scale: by `atLeast` in its unit. Checklist: by `atLeast` of 100.
     * Ranking: by `atLeast` ranks. Preference: with a strength of `atLeast`.
     */
    z.strictObject({
      criterion: criterionIdSchema,
      better: responseRefSchema,
      worse: responseRefSchema,
      atLeast: z.number().positive().max(1000).default(1),
    }),
  ],
  {
    error:
      'An expectation has a criterion and one of: value, score, points, labels, withoutLabels, winner, or better and worse.',
  },
)
export type Expectation = z.infer<typeof expectationSchema>

/** items.expected: the known answers of an item that is not of purpose STUDY. All of them must be met. */
export const expectationsSchema = z.array(expectationSchema).min(1).max(100)

const slot = z.number().int().min(1).max(8)

/** One known answer beside what was given: in the unit of the criterion, or as its labels. Names no response but by slot. */
export const feedbackLineSchema = z.strictObject({
  /** The criterion's name. */
  label: z.string(),
  /** What the line is about, 1 = A; `better` before `worse`. Empty: the whole item. */
  slots: z.array(slot).max(2),
  kind: z.enum(['value', 'rank', 'score', 'points', 'labels', 'without-labels', 'winner', 'order']),
  /** A number, labels, a winner's slot letter, tie or unusable; of an order, by how much at least. */
  expected: z.string(),
  tolerance: z.string().nullable(),
  /** Null: nothing was given. */
  given: z.string().nullable(),
  met: z.boolean(),
})
export type FeedbackLine = z.infer<typeof feedbackLineSchema>

/** What follows a calibration item, a qualification item, and a gold item of a study that says so. */
export const feedbackSchema = z.strictObject({
  /** Null: no known answer is about what was shown. */
  passed: z.boolean().nullable(),
  lines: z.array(feedbackLineSchema),
  explanation: z.string(),
  /** Of a training: what has become of it with this judgment. */
  training: z.enum(['goes-on', 'passed', 'again', 'failed']).nullable(),
})
export type Feedback = z.infer<typeof feedbackSchema>

const reason = z
  .string()
  .trim()
  .min(3, 'Give a reason of at least three characters.')
  .max(2000, 'At most 2,000 characters.')

/** An admin's decision about one annotator of a study. */
export const annotatorDecisionSchema = z.object({ userId: z.uuid(), reason })
export type AnnotatorDecision = z.infer<typeof annotatorDecisionSchema>

/** passed: the work begins. again: one more attempt. */
export const qualificationDecisionSchema = annotatorDecisionSchema.extend({ to: z.enum(['passed', 'again']) })
export type QualificationDecision = z.infer<typeof qualificationDecisionSchema>
