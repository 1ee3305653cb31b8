import { z } from 'zod'
import { countedJudgmentsSchema, withoutSchema } from '../../results/filter'
import { manySchema } from './items'

/** The filter of results, as addresses say it; what values mean is checked by `readResultFilter`, with the study's own. */
export const filterQuery = {
  judgments: countedJudgmentsSchema.default('original').describe('Or with the decisions of adjudicators.'),
  language: manySchema.describe('"zh", or "zh>en" for translations. Parameters of the filter may be repeated.'),
  category: manySchema.describe('A short name; "-": none.'),
  annotator: manySchema.describe('A pseudonym; of recorded judgments "recorded-1" or the label.'),
  'without-annotator': manySchema,
  from: z.iso.date().optional().describe('Submitted on this day or later, UTC.'),
  to: z.iso.date().optional().describe('Submitted on this day or earlier, UTC.'),
  meta: manySchema.describe('"key:value" of an item’s metadata.'),
  without: z
    .union([withoutSchema, z.array(withoutSchema)])
    .optional()
    .describe('What is left out.'),
}
