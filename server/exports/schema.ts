import { z } from 'zod'

/** Who is named in an export: a random pseudonym, or the person. */
export const annotatorNamingSchema = z.enum(['pseudonym', 'email'])
export type AnnotatorNaming = z.infer<typeof annotatorNamingSchema>
