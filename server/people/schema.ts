import { z } from 'zod'
import { type Locale, locales } from './locale'
import { findPasswordProblem, longestPassword } from './password-rules'

export const roleSchema = z.enum(['ADMIN', 'ANNOTATOR'])
export type Role = z.infer<typeof roleSchema>

/** From weakest to strongest. */
export const proficiencies = ['BASIC', 'INTERMEDIATE', 'FLUENT', 'NATIVE'] as const
export const proficiencySchema = z.enum(proficiencies)
export type Proficiency = z.infer<typeof proficiencySchema>

/** A language of the interface. */
export const localeSchema = z.enum(locales)

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
  /** The tour of the judging page was finished or dismissed. */
  toured: boolean
  /** The language that they chose for the interface; null: as the browser asks. */
  locale: Locale | null
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
  toured: true,
  locale: null,
}

// The messages of the schemas below are keys of the `problems` messages: a form shows their text.

/** A sign-in name: lower case, without white space around it. */
export const emailSchema = z.string().trim().toLowerCase().max(254, 'emailInvalid').pipe(z.email('emailInvalid'))

/** A person's name: any script, one line. */
export const personNameSchema = z
  .string()
  .trim()
  .min(1, 'nameMissing')
  .max(100, 'nameLong')
  .regex(/^\P{Cc}*$/u, 'nameInvalid')

/** A secret of a link. */
export const linkTokenSchema = z.string().min(20).max(100)

/** A password that exists already: only its length is limited. */
const givenPasswordSchema = z.string().min(1, 'passwordMissing').max(longestPassword, 'passwordLong')

/** A password that somebody chooses. */
export const newPasswordSchema = z.string().superRefine((password, context) => {
  const problem = findPasswordProblem(password)
  if (problem) context.addIssue({ code: 'custom', message: problem })
})

export const signInSchema = z.object({ email: emailSchema, password: givenPasswordSchema })
export type SignInInput = z.infer<typeof signInSchema>

/** What somebody who joins says about themselves; the password may not be made of name or e-mail. */
export const newPersonSchema = z
  .object({ name: personNameSchema, email: emailSchema, password: newPasswordSchema })
  .superRefine((person, context) => {
    const problem = findPasswordProblem(person.password, [person.email, person.name])
    if (problem === 'passwordPersonal') context.addIssue({ code: 'custom', path: ['password'], message: problem })
  })
export type NewPerson = z.infer<typeof newPersonSchema>

export const acceptInvitationSchema = newPersonSchema.and(
  z.object({
    token: linkTokenSchema,
    /** The language in which they joined: it is theirs from then on, in every browser. */
    locale: localeSchema.nullable().default(null),
  }),
)
export type AcceptInvitationInput = z.input<typeof acceptInvitationSchema>

export const resetPasswordSchema = z.object({ token: linkTokenSchema, password: newPasswordSchema })
export type ResetPasswordInput = z.infer<typeof resetPasswordSchema>

export const changePasswordSchema = z.object({ current: givenPasswordSchema, password: newPasswordSchema })
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>

export const spokenLanguageSchema = z.strictObject({ tag: languageTagSchema, proficiency: proficiencySchema })
export type PersonLanguage = z.infer<typeof spokenLanguageSchema>

/** Languages (each once) and codes of the categories that a person is an expert in. */
export const skillsSchema = z.object({
  languages: z
    .array(spokenLanguageSchema)
    .max(50)
    .refine(list => new Set(list.map(language => language.tag)).size === list.length, 'languageTwice'),
  expertise: z.array(z.string().min(1).max(100)).max(100),
})
export type Skills = z.infer<typeof skillsSchema>

/** What an annotator declares at the first sign-in: at least one language. */
export const declaredSkillsSchema = skillsSchema.refine(skills => skills.languages.length > 0, {
  path: ['languages'],
  message: 'languageMissing',
})

export const createUserSchema = z.object({
  email: emailSchema,
  name: personNameSchema,
  role: roleSchema,
  /** Null: signs in by single sign-on, or after setting a password by a reset link. */
  password: newPasswordSchema.nullable().default(null),
  languages: skillsSchema.shape.languages.default([]),
  expertise: skillsSchema.shape.expertise.default([]),
})
export type CreateUserInput = z.input<typeof createUserSchema>

export const createInvitationSchema = z
  .object({
    role: roleSchema,
    /** The study that whoever joins becomes a member of. */
    studyId: z.uuid().nullable(),
    maxUses: z.number('usesInvalid').int('usesInvalid').min(1, 'usesInvalid').max(1000, 'usesInvalid'),
    validDays: z.number().int().min(1).max(90),
    note: z.string().trim().max(200, 'noteLong'),
  })
  .refine(invitation => invitation.role === 'ANNOTATOR' || invitation.studyId === null, {
    path: ['studyId'],
    message: 'adminWithStudy',
  })
export type CreateInvitationInput = z.infer<typeof createInvitationSchema>

/** The answer of self-service procedures that have nothing to say. */
export const doneSchema = z.strictObject({ done: z.literal(true) })

/** What people see of themselves. */
export const profileSchema = z.strictObject({
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  hasPassword: z.boolean(),
  hasSingleSignOn: z.boolean(),
  languages: z.array(spokenLanguageSchema),
  expertise: z.array(z.string()),
})
export type Profile = z.infer<typeof profileSchema>

/** One's own sign-ins that are still good. */
export const ownSignInsSchema = z.array(
  z.strictObject({
    id: z.uuid(),
    createdAt: z.date(),
    expiresAt: z.date(),
    userAgent: z.string().nullable(),
    isThisOne: z.boolean(),
  }),
)
export type OwnSignIn = z.infer<typeof ownSignInsSchema>[number]

export const invitationStates = ['open', 'used', 'expired', 'revoked'] as const
export type InvitationState = (typeof invitationStates)[number]

export const apiScopeSchema = z.enum(['READ', 'WRITE'])
export type ApiScope = z.infer<typeof apiScopeSchema>

/** A key for programs. WRITE comes with READ. */
export const createApiKeySchema = z.object({
  name: personNameSchema,
  scopes: z.array(apiScopeSchema).min(1).max(2),
  /** The only study that it reaches; null: all. */
  studyId: z.uuid().nullable(),
  /** Null: until it is revoked. */
  validDays: z.number().int().min(1).max(3650).nullable(),
})
export type CreateApiKeyInput = z.infer<typeof createApiKeySchema>

export const apiKeyStates = ['active', 'expired', 'revoked', 'disabled'] as const
export type ApiKeyState = (typeof apiKeyStates)[number]
