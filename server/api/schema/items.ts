import { z } from 'zod'
import { csvEncodings, importSummarySchema, itemPurposeSchema, messageSchema } from '../../items/schema'
import { languageTagSchema } from '../../people/schema'
import { countSchema, idSchema } from './values'

export const itemSchema = z.object({
  id: idSchema,
  externalId: z.string().describe('As the file named it.'),
  language: z.string(),
  sourceLanguage: z.string().nullable(),
  category: z.string().nullable().describe('Its short name.'),
  purpose: itemPurposeSchema,
  messages: z.array(messageSchema),
  references: z.array(z.string()),
  context: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullable().describe('Null while the study is blind.'),
  recordedOnly: z.boolean(),
  responses: countSchema,
})

export const itemWithResponsesSchema = z.object({
  id: idSchema,
  externalId: z.string(),
  language: z.string(),
  sourceLanguage: z.string().nullable(),
  category: z.string().nullable().describe('Its short name.'),
  purpose: itemPurposeSchema,
  messages: z.array(messageSchema),
  references: z.array(z.string()),
  context: z.string(),
  metadata: z.record(z.string(), z.unknown()).nullable().describe('Null while the study is blind.'),
  recordedOnly: z.boolean(),
  responses: z.array(
    z.object({
      label: z.string().describe('The model; a letter that says nothing beyond this item while the study is blind.'),
      sample: countSchema,
      status: z.enum(['OK', 'REFUSED', 'TRUNCATED', 'FAILED', 'NOT_COLLECTED']),
      turns: z.array(z.string()),
      sameAs: z.array(z.string()).describe('Labels of responses with the same text.'),
    }),
  ),
})

export const modelSchema = z.object({
  name: z.string(),
  codeName: z.string().nullable().describe('Null while the study is blind.'),
  items: countSchema,
  responses: countSchema,
  notOk: countSchema.nullable().describe('Responses with another status than ok; null while the study is blind.'),
  byLanguage: z.array(z.object({ language: z.string(), items: countSchema })),
})

/** One text, or several: a parameter that may stand in an address more than once. */
export const manySchema = z.union([z.string(), z.array(z.string())]).optional()

const flag = z.enum(['true', 'false']).default('false')

export const importQuery = {
  fileName: z.string().trim().min(1).max(255).optional().describe('What the import is called in its list.'),
  dryRun: flag.describe('Checks only; nothing is written.'),
  goodLines: flag.describe('Leaves lines with errors out instead of refusing the file.'),
  language: languageTagSchema.optional().describe('For items that name no language.'),
  encoding: z.enum(csvEncodings).default('utf-8').describe('Of CSV.'),
  mapCategory: manySchema.describe('"name in the file=category code"; nothing behind "=" leaves them without one.'),
  createCategory: manySchema.describe('Makes a category that is not there.'),
}

export const importReportSchema = z.object({
  status: z.enum(['checked', 'refused', 'imported']).describe('"refused": a dry run of a file that has errors.'),
  importId: idSchema.nullable(),
  summary: importSummarySchema,
  problems: z
    .array(
      z.object({
        line: z.number().int().describe('From 1; 0: the file as a whole.'),
        pointer: z.string(),
        value: z.string().optional(),
        severity: z.enum(['error', 'warning']),
        detail: z.string(),
        fix: z.string(),
      }),
    )
    .describe('The first thousand of each kind.'),
})
