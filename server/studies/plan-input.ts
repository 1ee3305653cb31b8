// What the address of the planning page says.
import { z } from 'zod'
import { mostPlannedItems } from './items-for-sign-test'
import { studyRefSchema } from './schema'

const given = <Of extends z.ZodType>(schema: Of) => z.preprocess(value => (value === '' ? undefined : value), schema)
const percent = z.coerce.number().min(0).max(100)

/** Fields of a form: absent or empty ones are assumed. Shares and power are percentages. */
export const planInputSchema = z
  .object({
    items: given(z.coerce.number().int().min(2).max(mostPlannedItems).optional()),
    criterion: given(z.string().max(40).optional()),
    deviation: given(z.coerce.number().positive().max(10_000).optional()),
    difference: given(z.coerce.number().positive().max(10_000).optional()),
    wins: given(percent.optional()),
    losses: given(percent.optional()),
    power: given(z.coerce.number().min(10).max(99).optional()),
    /** An earlier study whose spread is taken. */
    from: given(studyRefSchema.optional()),
  })
  .refine(({ wins = 40, losses = 30 }) => wins + losses <= 100 && wins + losses > 0, { path: ['losses'] })
export type PlanInput = z.infer<typeof planInputSchema>
