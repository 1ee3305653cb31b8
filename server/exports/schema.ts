import { z } from 'zod'
import { resultFilterSchema, wholeStudy } from '../results/filter'
import { studyRefSchema } from '../studies/schema'

/** Who is named in an export: a random pseudonym, or the person. */
export const annotatorNamingSchema = z.enum(['pseudonym', 'email'])
export type AnnotatorNaming = z.infer<typeof annotatorNamingSchema>

/** Which tables of results can be written. */
export const resultNameSchema = z.enum([
  'scores',
  'differences',
  'after-reference',
  'head-to-head',
  'ranking',
  'agreement',
  'rubric',
  'rubric-rates',
  'labels',
  'penalties',
  'bridge',
  'annotators',
  'sensitivity',
  'length-adjusted',
])
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

/** Files of data: a row each for what was judged, or what was judged by it. */
export const dataKindSchema = z.enum(['judgments', 'ratings', 'comparisons', 'items', 'responses', 'preferences'])
export type DataKind = z.infer<typeof dataKindSchema>

/** What can be asked for as a file: a table of results, a file of data, a card of them, or all in one. */
export const exportKindSchema = z.union([
  z.templateLiteral(['table:', resultNameSchema]),
  dataKindSchema,
  z.enum(['dataset-card', 'bundle']),
])
export type ExportKind = z.infer<typeof exportKindSchema>

export const exportFormatSchema = z.enum(['csv', 'jsonl', 'parquet', 'json', 'md', 'latex', 'xlsx', 'zip'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** How a file is written. What a kind does not know is not looked at. */
export const exportOptionsSchema = z.strictObject({
  /** Who is named: a random pseudonym, or the person, which is put on record. */
  annotators: annotatorNamingSchema.default('pseudonym'),
  /** Ratings: with what results are not made of (gold items, training, repeats, excluded ones). */
  all: z.boolean().default(false),
  /** Tables in Markdown, LaTeX and workbooks: with intervals. */
  intervals: z.boolean().default(true),
  /** Tables, comparisons, preferences: by which criterion; by default the first that the study has. */
  criterion: z.string().min(1).max(40).optional(),
  /** Preferences: pairs on which neither won. */
  ties: z.enum(['drop', 'keep']).default('drop'),
  /** Preferences from scores or ranks: how far apart two means must at least be. */
  margin: z.number().min(0).max(1000).default(0),
})
export type ExportOptions = z.infer<typeof exportOptionsSchema>

/** How a file of data is written, as an address says it; what is not understood counts as not given. */
export const dataQuerySchema = z.object({
  format: z.enum(['csv', 'jsonl', 'parquet']).catch('csv'),
  all: z
    .literal('true')
    .optional()
    .catch(undefined)
    .transform(given => given !== undefined),
  annotators: annotatorNamingSchema.catch('pseudonym'),
})

/** One file that somebody asks for. */
export const exportRequestSchema = z.strictObject({
  kind: exportKindSchema,
  format: exportFormatSchema,
  filter: resultFilterSchema.default(wholeStudy),
  options: exportOptionsSchema.prefault({}),
})
export type ExportRequest = z.infer<typeof exportRequestSchema>
/** The same, as it is given: what has a default may be missing. */
export type GivenExportRequest = z.input<typeof exportRequestSchema>

export const requestExportInput = exportRequestSchema.extend({ study: studyRefSchema })
export const exportRefInput = z.object({ study: studyRefSchema, exportId: z.uuid() })

export const exportStateSchema = z.enum(['QUEUED', 'RUNNING', 'READY', 'FAILED', 'CANCELLED', 'EXPIRED'])
export type ExportState = z.infer<typeof exportStateSchema>

/** One export, as pages and the API show it. */
export interface ExportView extends ExportRequest {
  id: string
  state: ExportState
  /** Names no model: may be downloaded while the study is blind. */
  blind: boolean
  fileName: string
  rowsDone: number
  /** Null: not counted. Never less than rowsDone. */
  rowsTotal: number | null
  byteSize: number | null
  /** Of the file, hex. */
  sha256: string | null
  /** What stopped it, in words. */
  failure: string | null
  /** Who asked for it; null: the operator. */
  createdBy: string | null
  createdAt: Date
  finishedAt: Date | null
  expiresAt: Date | null
}

const statement = z.string().trim().max(5000, 'At most 5,000 characters.').default('')

/** What a paper or a data set has to say of a study and the product cannot know. Empty: nothing was said. */
export const datasheetSchema = z.strictObject({
  /** What the study is to find out. */
  purpose: statement,
  /** How annotators were found, and what they knew of the study and its people. */
  recruitment: statement,
  /** What they were paid, and by what. */
  pay: statement,
  /** Consent, review board, what participants were told. */
  ethics: statement,
  /** How items and responses were chosen and made: prompts, sampling, settings of the models. */
  sources: statement,
  /** SPDX id or words; empty: unknown. */
  licence: z.string().trim().max(200, 'At most 200 characters.').default(''),
  /** How it is to be cited. */
  citation: statement,
  /** Whom to ask. */
  contact: z.string().trim().max(500, 'At most 500 characters.').default(''),
})
export type Datasheet = z.infer<typeof datasheetSchema>
/** Nothing was said. */
export const emptyDatasheet: Datasheet = datasheetSchema.parse({})

export const saveDatasheetInput = datasheetSchema.extend({ study: studyRefSchema })
