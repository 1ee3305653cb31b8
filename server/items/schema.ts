import { z } from 'zod'
import { rubricPointsSchema } from '../../criteria/checklist/schema'
import { languageTagSchema } from '../people/schema'

/** What an item is for; results are made of STUDY items alone. */
export const itemPurposes = ['STUDY', 'GOLD', 'ATTENTION', 'CALIBRATION', 'QUALIFICATION'] as const
export const itemPurposeSchema = z.enum(itemPurposes)
export type ItemPurpose = z.infer<typeof itemPurposeSchema>

/** The two responses of a pair that a file fixed, by model and sample. */
const pairMemberSchema = z.strictObject({
  model: z.string().trim().min(1).max(200),
  sample: z.number().int().min(0).max(1_000_000),
})
export type PairMember = z.infer<typeof pairMemberSchema>

/** items.pairs: the pairs of responses that are compared, in place of the protocol's design. */
export const fixedPairsSchema = z
  .array(z.tuple([pairMemberSchema, pairMemberSchema]))
  .min(1, 'There must be a pair.')
  .max(28, 'Eight responses make 28 pairs at most.')
export type FixedPairs = z.infer<typeof fixedPairsSchema>

/** Encodings a CSV file may have; JSON is UTF-8 by definition. Labels as in the Encoding standard. */
export const csvEncodings = [
  'utf-8',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'iso-8859-15',
  'koi8-r',
] as const

/** What becomes of a category that the catalogue does not know. */
export const categoryChoiceSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('map'), code: z.string().min(1) }),
  z.strictObject({
    action: z.literal('create'),
    name: z.string().trim().min(1, 'The category needs a name.').max(80),
    shortName: z.string().trim().max(20).optional(),
  }),
  z.strictObject({ action: z.literal('none') }),
])
export type CategoryChoice = z.infer<typeof categoryChoiceSchema>

/** How a file is read. Kept with the import, so that the worker needs nothing else. */
export const importOptionsSchema = z.strictObject({
  /** "auto": by the file's name, else by its first character. */
  format: z.enum(['auto', 'jsonl', 'csv']).default('auto'),
  encoding: z.enum(csvEncodings).default('utf-8'),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
  /** For items that name no language; null: that is an error. */
  defaultLanguage: languageTagSchema.nullable().default(null),
  /** By the category's name in the file, folded (foldCategory). */
  categories: z.record(z.string(), categoryChoiceSchema).default({}),
  /** Leaves out lines with an error instead of refusing the file. */
  goodLinesOnly: z.boolean().default(false),
})
export type ImportOptions = z.infer<typeof importOptionsSchema>
export type ImportOptionsInput = z.input<typeof importOptionsSchema>

export const importProblemSchema = z.object({
  /** Of the file, from 1; 0: the file as a whole. */
  line: z.number().int(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  /** Path of the field, "responses[2].text"; empty: the line as a whole. */
  field: z.string(),
  value: z.string(),
  message: z.string(),
  fix: z.string(),
})
export type ImportProblem = z.infer<typeof importProblemSchema>

const count = z.number().int().min(0)

/** What a file holds, found by the check and again by the import. */
export const importSummarySchema = z.object({
  lines: count,
  /** "unchanged": they are in the study already, with the same content. */
  items: z.object({ new: count, unchanged: count }),
  responses: z.object({ new: count, unchanged: count, withReasoning: count, sharingSlot: count }),
  /** Of the new items; `rubrics.changed`: rubrics that a draft gets in place of others. */
  extras: z
    .object({
      purposes: z.partialRecord(itemPurposeSchema, count).default({}),
      expected: count.default(0),
      contexts: count.default(0),
      translations: count.default(0),
      pairs: count.default(0),
      rubrics: z.object({ new: count, changed: count }).default({ new: 0, changed: 0 }),
    })
    .prefault({}),
  /** Lines that are left out because of an error. */
  badLines: count,
  /** model null: the items themselves. category null: without one. */
  counts: z.array(
    z.object({ language: z.string(), category: z.string().nullable(), model: z.string().nullable(), count }),
  ),
  models: z.array(z.object({ name: z.string(), isNew: z.boolean(), responses: count })),
  unknownCategories: z.array(z.object({ value: z.string(), folded: z.string(), count, line: count })),
  problems: z.object({
    errors: count,
    warnings: count,
    byCode: z.array(z.object({ code: z.string(), severity: z.enum(['error', 'warning']), count })),
  }),
  encoding: z.string(),
  format: z.enum(['jsonl', 'csv']),
})
export type ImportSummary = z.infer<typeof importSummarySchema>

export const importStateSchema = z.enum([
  'UPLOADING',
  'CHECKING',
  'CHECKED',
  'IMPORTING',
  'DONE',
  'FAILED',
  'CANCELLED',
])
export type ImportState = z.infer<typeof importStateSchema>

/** States in which the worker, not a person, acts next. */
export const isImportActive = (state: ImportState) => state === 'CHECKING' || state === 'IMPORTING'

/** One piece of an upload; the last may be shorter. */
export const uploadChunkBytes = 4 * 1024 * 1024

export const createImportSchema = z.object({
  study: z.string(),
  fileName: z.string().trim().min(1).max(255),
  byteSize: z.number().int().min(1, 'The file is empty.'),
  options: importOptionsSchema.prefault({}),
})
export const importRefSchema = z.object({ study: z.string(), importId: z.uuid() })
export const updateImportSchema = importRefSchema.extend({ options: importOptionsSchema })
export const startImportSchema = importRefSchema.extend({ goodLinesOnly: z.boolean() })

export const problemPageSize = 50
export const listProblemsSchema = importRefSchema.extend({
  severity: z.enum(['error', 'warning']).optional(),
  code: z.string().max(60).optional(),
  search: z.string().max(200).optional(),
  page: z.number().int().min(0).default(0),
})

export const itemPageSize = 50
export const listItemsSchema = z.object({
  study: z.string(),
  search: z.string().trim().max(200).optional(),
  language: z.string().max(40).optional(),
  /** A category's code; "-": without one. */
  category: z.string().max(80).optional(),
  purpose: itemPurposeSchema.optional(),
  /** Only items that lack a response of a model that other items have. */
  missing: z.boolean().default(false),
  page: z.number().int().min(0).default(0),
})
export type ListItemsInput = z.input<typeof listItemsSchema>
/** `base`: the version that was changed; 0: the item had none. */
export const saveRubricSchema = z.object({
  itemId: z.uuid(),
  base: z.number().int().min(0),
  points: rubricPointsSchema,
  message: z.string().trim().max(2000).default(''),
})
export const rubricEffectSchema = saveRubricSchema.pick({ itemId: true, points: true })

export const getItemSchema = z.object({ study: z.string(), itemId: z.uuid() })

export const messageSchema = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), text: z.string() })
export type Message = z.infer<typeof messageSchema>
