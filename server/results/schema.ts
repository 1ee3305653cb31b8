import { z } from 'zod'
import { languageTagSchema } from '../people/schema'
import { studyRefSchema } from '../studies/schema'
import { resultFilterSchema } from './filter'

/** What a file of recorded judgments is. */
export const recordedFormatSchema = z.enum(['csv', 'jsonl'])
export type RecordedFormat = z.infer<typeof recordedFormatSchema>

/** Scale steps that a protocol may have, finest last. */
export const recordedStepSchema = z.union([z.literal(1), z.literal(0.5), z.literal(0.2), z.literal(0.1)])

/** How a file of recorded judgments is taken in. */
export const recordedOptionsSchema = z.strictObject({
  fileName: z.string().trim().min(1).max(255),
  format: recordedFormatSchema,
  /** Items, models, responses and categories that are not there are made, marked as "text not recorded". */
  createMissing: z.boolean(),
  /** Sets the scale's step first; only a draft without judgments allows it. */
  step: recordedStepSchema.optional(),
  /** Of items that are made and that the file names no language for. */
  language: languageTagSchema.optional(),
  /** Checks everything, and writes nothing. */
  dryRun: z.boolean().optional(),
})
export type RecordedOptions = z.infer<typeof recordedOptionsSchema>

/** Characters of a file that comes through the browser; larger ones go through the command line. */
export const largestBrowserFile = 3 * 1024 * 1024

export const importJudgmentsInputSchema = z.object({
  study: studyRefSchema,
  text: z.string().max(largestBrowserFile, 'The file is too large for the browser: use the command line.'),
  options: recordedOptionsSchema,
})

/** Something that is wrong with a line, and what to do about it. */
export interface RecordedProblem {
  line: number
  field: string
  value: string
  message: string
  fix: string
}

/** What a filter leaves of a study. */
export const filterInputSchema = z.object({ study: studyRefSchema, filter: resultFilterSchema })
