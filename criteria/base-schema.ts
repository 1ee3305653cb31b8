import { z } from 'zod'

export const criterionIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Lower-case letters, digits and hyphens, at most 40.')

/** What every criterion has. `asked`: on which share of the places it is asked; drawn when the places are made. */
export const baseShape = {
  id: criterionIdSchema,
  label: z.string().trim().min(1, 'The criterion needs a name.').max(80),
  help: z.string().max(500).default(''),
  asked: z.number().min(0).max(1).default(1),
}

/** `response`: one rating per slot. `item`: one rating of the whole item, in slot 0. */
export const scopeSchema = z.enum(['response', 'item'])

/** Short names that stand in stored ratings. */
export const partIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/i, 'Letters, digits, dots and hyphens, at most 40.')

export const hasDistinctIds = (parts: readonly { id: string }[]) =>
  new Set(parts.map(part => part.id)).size === parts.length

/** PostgreSQL cannot hold a NUL character; nobody means to type one. */
export const words = (most: number) =>
  z
    .string()
    .max(most)
    .overwrite(text => text.replaceAll('\u0000', ''))
