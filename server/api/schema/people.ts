import { z } from 'zod'
import { emailSchema, invitationStates, personNameSchema, skillsSchema } from '../../people/schema'
import { countSchema, idSchema, nullableTime, timeSchema } from './values'

const role = z.enum(['admin', 'annotator'])
const languages = z.array(
  z.object({ tag: z.string(), proficiency: z.enum(['BASIC', 'INTERMEDIATE', 'FLUENT', 'NATIVE']) }),
)

/** Without pseudonyms: judgments are told by those alone. */
export const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  role,
  isDisabled: z.boolean(),
  languages,
  expertise: z.array(z.string()).describe('Codes of categories.'),
  lastSignInAt: nullableTime,
})

export const createPersonBody = z.strictObject({
  email: emailSchema,
  name: personNameSchema,
  role: role.default('annotator'),
  languages: skillsSchema.shape.languages.default([]),
  expertise: skillsSchema.shape.expertise.default([]),
})

export const madeLinkSchema = z.object({
  link: z.string().describe('Shown once.'),
  expiresAt: timeSchema,
})

export const madePersonSchema = madeLinkSchema.extend({ id: idSchema })

const invitation = {
  maxUses: z.number().int().min(1).max(1000).default(1).describe('How many people may join by it.'),
  validDays: z.number().int().min(1).max(90).default(14),
  note: z.string().trim().max(200).default(''),
}

export const inviteToStudyBody = z.strictObject(invitation)
export const inviteBody = z.strictObject({ role: role.default('annotator'), ...invitation })

export const invitationSchema = z.object({
  id: idSchema,
  role,
  note: z.string(),
  uses: countSchema,
  maxUses: countSchema,
  expiresAt: timeSchema,
  createdAt: timeSchema,
  state: z.enum(invitationStates),
  studyName: z.string().nullable(),
  createdBy: z.string().nullable(),
})

export const memberSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  languages,
  expertise: z.array(z.string()),
  quota: countSchema.nullable().describe('Null: the protocol’s.'),
  isDisabled: z.boolean(),
  judged: countSchema,
})

export const membershipBody = z.strictObject({
  quota: z.number().int().min(0).max(1_000_000).nullable().default(null).describe('Null: the protocol’s.'),
})

const cell = { language: z.string(), category: z.string().nullable() }

/** Annotators by id, without names: who judged what is told under pseudonyms only. */
export const progressSchema = z.object({
  state: z.enum(['DRAFT', 'OPEN', 'PAUSED', 'CLOSED']).transform(state => state.toLowerCase()),
  at: timeSchema,
  judged: countSchema,
  places: countSchema.describe('Judgments needed; 0 before the study opens.'),
  recorded: countSchema,
  cells: z.array(
    z.object({ ...cell, items: countSchema, places: countSchema, judged: countSchema, held: countSchema }),
  ),
  annotators: z.array(
    z.object({
      userId: idSchema,
      isMember: z.boolean(),
      judged: countSchema,
      skipped: countSchema,
      activeMs: countSchema,
      lastActiveAt: nullableTime,
    }),
  ),
  days: z.array(z.object({ date: z.string(), judged: countSchema })).describe('The last thirty days, UTC.'),
  finish: z
    .object({
      inMs: z.number().nullable(),
      perDay: z.number().nullable(),
      windowMs: z.number(),
      reason: z.string().nullable().describe('Why nothing is expected.'),
    })
    .describe('When it will be done at the pace of the last seven days.'),
})
