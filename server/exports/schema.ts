import { z } from 'zod'
import { type CountedJudgments, countedJudgmentsSchema } from '../results/filter'

/** Who is named in an export: a random pseudonym, or the person. */
export const annotatorNamingSchema = z.enum(['pseudonym', 'email'])
export type AnnotatorNaming = z.infer<typeof annotatorNamingSchema>

/**
 * How every rating is written. `all`: with what results are not made of (gold items, training, repeats, excluded ones),
 * whichever judgments count.
 */
export interface RatingsOptions {
  format: 'csv' | 'jsonl'
  all: boolean
  annotator: AnnotatorNaming
  judgments: CountedJudgments
}

/** The same, as an address says it; whatever else it says counts as not given. */
export const ratingsQuerySchema = z.object({
  format: z.enum(['csv', 'jsonl']).catch('csv'),
  all: z
    .literal('true')
    .optional()
    .catch(undefined)
    .transform(given => given !== undefined),
  annotator: annotatorNamingSchema.catch('pseudonym'),
  judgments: countedJudgmentsSchema.catch('original'),
})

/** Who is named in the table of judgments, and which judgments it is of, as an address says it. */
export const judgmentsQuerySchema = z.object({
  annotator: annotatorNamingSchema.catch('pseudonym'),
  judgments: countedJudgmentsSchema.catch('original'),
})

/** Which tables of results can be written. */
export const resultNameSchema = z.enum(['scores', 'head-to-head', 'ranking', 'agreement', 'rubric', 'rubric-rates'])
export type ResultName = z.infer<typeof resultNameSchema>

/** How tables of results are written. */
export const tableFormatSchema = z.enum(['csv', 'json', 'md', 'latex', 'xlsx'])
export type TableFormat = z.infer<typeof tableFormatSchema>

/** The same, as an address says it: CSV with intervals by default. */
export const tableQuerySchema = z.object({
  format: tableFormatSchema.catch('csv'),
  intervals: z
    .enum(['true', 'false'])
    .catch('true')
    .transform(given => given === 'true'),
})
