import { z } from 'zod'

export const roleSchema = z.enum(['ADMIN', 'ANNOTATOR'])
export type Role = z.infer<typeof roleSchema>

/** From weakest to strongest. */
export const proficiencies = ['BASIC', 'INTERMEDIATE', 'FLUENT', 'NATIVE'] as const
export const proficiencySchema = z.enum(proficiencies)
export type Proficiency = z.infer<typeof proficiencySchema>

/** A BCP 47 tag in canonical case; an error names what is wrong. */
export const languageTagSchema = z
  .string()
  .trim()
  .min(2, 'A language tag is needed, for example "en", "zh-Hans" or "pt-BR".')
  .transform((tag, context) => {
    try {
      const canonical = Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]
      if (canonical) return canonical
    } catch {}
    context.addIssue({
      code: 'custom',
      message: `"${tag}" is not a BCP 47 language tag such as "en", "zh-Hans" or "pt-BR".`,
    })
    return z.NEVER
  })

/** Who is asking, read from the database in this request. */
export interface Actor {
  userId: string
  signInId: string
  name: string
  email: string
  role: Role
  welcomed: boolean
}

/**
 * Stands for the operator at the command line where a person's id is expected: the nil UUID, which nobody has.
 * The audit trail records it as null.
 */
export const operatorUserId = '00000000-0000-0000-0000-000000000000'

/** The operator at the command line: whoever may run it on the server may do what an admin may. */
export const operator: Actor = {
  userId: operatorUserId,
  signInId: operatorUserId,
  name: 'Operator',
  email: '',
  role: 'ADMIN',
  welcomed: true,
}
