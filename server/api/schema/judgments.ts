import { z } from 'zod'
import { languageTagSchema } from '../../people/schema'
import { recordedStepSchema } from '../../results/schema'
import { countSchema, idSchema, timeSchema } from './values'

const text = z.string().nullable()

const models = z.array(z.object({ model: z.string(), sample: countSchema })).nullable()

export const judgmentSchema = z.object({
  id: idSchema,
  item: z.string().describe('As the file named it.'),
  language: z.string(),
  sourceLanguage: text,
  category: text.describe('Its short name.'),
  purpose: z.string(),
  occasion: z.string(),
  annotator: z.string().describe('A pseudonym.'),
  origin: z.enum(['live', 'recorded']),
  revision: countSchema,
  submittedAt: timeSchema,
  activeMs: countSchema.nullable(),
  excluded: text.describe('Why it is left out of the results.'),
  ratings: z.array(
    z.object({
      criterion: z.string(),
      kind: text,
      models: models.describe('Whose response it is; several gave the same text. Null: the whole item.'),
      modelsA: models.describe('Of a preference.'),
      modelsB: models,
      slot: text,
      value: z.number().nullable(),
      firstValue: z.number().nullable().describe('Before the reference was shown.'),
      winner: z.enum(['modelsA', 'modelsB', 'tie', 'bothUnusable']).nullable(),
      strength: z.number().nullable(),
      labels: z.array(z.string()).nullable(),
      points: z.record(z.string(), z.number()).nullable(),
      reasons: z.record(z.string(), z.string()).nullable(),
      spans: z.array(z.unknown()).nullable(),
      text,
      cannotJudge: text,
    }),
  ),
})

const flag = z.enum(['true', 'false']).default('false')
const steps = new Map(recordedStepSchema.options.map(({ value }) => [String(value), value]))

export const importJudgmentsQuery = {
  fileName: z.string().trim().min(1).max(255).optional(),
  createMissing: flag.describe('Makes items, models, responses and categories that are not there.'),
  step: z
    .enum([...steps.keys()] as [string, ...string[]])
    .transform(text => steps.get(text))
    .optional()
    .describe('Sets the scale’s step first; of a draft without judgments.'),
  language: languageTagSchema.optional().describe('Of items that are made and that name no language.'),
  dryRun: flag.describe('Checks only; nothing is written.'),
}

export const importedJudgmentsSchema = z.object({
  kind: z.string().describe('What the file holds, found by its columns.'),
  judgments: countSchema,
  ratings: countSchema,
  extended: countSchema.describe('Judgments that were there, and now say more.'),
  unchanged: countSchema,
  blankScores: countSchema,
  repeatedRows: countSchema,
  itemsCreated: countSchema,
  modelsCreated: z.array(z.string()),
  categoriesCreated: z.array(z.string()),
  stepSet: z.number().nullable(),
  dryRun: z.boolean(),
})
