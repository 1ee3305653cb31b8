import { z } from 'zod'
import { languageTagSchema, proficiencySchema } from '../people/schema'
import { presetNames } from './presets'
import { stepCount, toSteps } from './scale-steps'
import { slugify } from './study-slug'

const criterionId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Lower-case letters, digits and hyphens, at most 40.')

const isTenth = (value: number) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9

/** A number on a line, one per response. Anchors say in words what a value means. */
export const scaleCriterionSchema = z
  .strictObject({
    kind: z.literal('scale'),
    id: criterionId,
    scope: z.literal('response'),
    label: z.string().trim().min(1, 'The criterion needs a name.').max(80),
    help: z.string().max(500).default(''),
    min: z.number().min(-100).max(100).refine(isTenth, 'At most one decimal.'),
    max: z.number().min(-100).max(1000).refine(isTenth, 'At most one decimal.'),
    step: z.union([z.literal(1), z.literal(0.5), z.literal(0.2), z.literal(0.1)]),
    anchors: z.array(z.strictObject({ value: z.number(), text: z.string().trim().min(1).max(300) })).max(200),
  })
  .refine(scale => scale.max > scale.min, { path: ['max'], message: 'The maximum must be above the minimum.' })
  .refine(scale => Number.isInteger(stepCount(scale)), {
    path: ['step'],
    message: 'The range is not a whole number of steps.',
  })
  .refine(scale => scale.max <= scale.min || scale.anchors.every(anchor => toSteps(anchor.value, scale) !== null), {
    path: ['anchors'],
    message: 'A text belongs to a value that is not on the scale.',
  })

/** Words, per response or on the whole item. */
export const commentCriterionSchema = z.strictObject({
  kind: z.literal('comment'),
  id: criterionId,
  scope: z.enum(['response', 'item']),
  label: z.string().trim().min(1).max(80),
  required: z.discriminatedUnion('when', [
    z.strictObject({ when: z.literal('never') }),
    z.strictObject({ when: z.literal('always') }),
    /** When the scale `criterion` has this score or a lower one. */
    z.strictObject({ when: z.literal('at-or-below'), criterion: criterionId, score: z.number() }),
  ]),
})

export const criterionSchema = z.discriminatedUnion('kind', [scaleCriterionSchema, commentCriterionSchema])
export type Criterion = z.infer<typeof criterionSchema>
export type ScaleCriterion = z.infer<typeof scaleCriterionSchema>
export type CommentCriterion = z.infer<typeof commentCriterionSchema>

/** What a response of a status counts as; decided before the study opens. */
export const statusRuleSchema = z.enum(['judged', 'minimum', 'missing'])

/** How the items of a study are judged. Stored as protocols.definition, frozen when the study opens. */
export const protocolSchema = z
  .strictObject({
    criteria: z.array(criterionSchema).min(1),
    /** Markdown. */
    guidelines: z.string().max(100_000),
    /** Category codes whose reference answer is shown; '*' stands for items without a category and all others. */
    referenceShown: z.array(z.string()),
    order: z.enum(['balanced', 'random']),
    /** k judgments for every item. */
    annotatorsPerItem: z.number().int().min(1).max(50),
    /** k more on a seeded share of each language × category, and on at least `minimumPerLanguage` items of a language. */
    overlap: z.strictObject({
      share: z.number().min(0).max(1),
      minimumPerLanguage: z.number().int().min(0).max(100_000),
      extraAnnotators: z.number().int().min(0).max(50),
    }),
    /** Every item must have a response of every model before the study opens. */
    completeBlocks: z.boolean(),
    minimumProficiency: proficiencySchema,
    expertise: z.enum(['ignore', 'prefer', 'require']),
    quotaPerAnnotator: z.number().int().min(1).nullable(),
    /** Most judgments of one annotator in a language, by the items' language tag. */
    quotaPerLanguage: z.record(languageTagSchema, z.number().int().min(0)),
    leaseMinutes: z
      .number()
      .int()
      .min(5)
      .max(7 * 24 * 60),
    revisionHours: z
      .number()
      .int()
      .min(0)
      .max(24 * 30),
    blindAdmins: z.boolean(),
    statusRules: z.strictObject({ refused: statusRuleSchema, truncated: statusRuleSchema, failed: statusRuleSchema }),
  })
  .refine(protocol => new Set(protocol.criteria.map(criterion => criterion.id)).size === protocol.criteria.length, {
    path: ['criteria'],
    message: 'Two criteria have the same id.',
  })
export type Protocol = z.infer<typeof protocolSchema>

/** Look-ahead goes back after this long without activity; a started draft is not taken over within this long. */
export const aheadIdleMs = 5 * 60_000
export const draftProtectionMs = 24 * 3_600_000

export const studyStateSchema = z.enum(['DRAFT', 'OPEN', 'PAUSED', 'CLOSED'])
export type StudyState = z.infer<typeof studyStateSchema>

/** A study is named by slug or id. */
export const studyRefSchema = z.string().trim().min(1).max(120)

export const studyNameSchema = z
  .string()
  .trim()
  .min(3, 'The study needs a name of at least three characters.')
  .max(120, 'At most 120 characters.')

/** Shown with every table of the study. */
export const disclosureSchema = z.string().trim().max(500, 'At most 500 characters.')

/** What addresses call a study: as {@link slugify} would make it. */
export const studySlugSchema = z
  .string()
  .trim()
  .max(60, 'At most 60 characters.')
  .refine(slug => slug === slugify(slug), 'Lower-case letters and digits, with single hyphens between words.')

export const createStudySchema = z.object({
  name: studyNameSchema,
  /** Absent: made of the name. */
  slug: studySlugSchema.optional(),
  preset: z.enum(presetNames),
  disclosure: disclosureSchema.default(''),
  /** Absent: the preset's. */
  protocol: protocolSchema.optional(),
})
export type CreateStudy = z.infer<typeof createStudySchema>

export const updateStudySchema = z.object({ name: studyNameSchema, disclosure: disclosureSchema })
export type UpdateStudy = z.infer<typeof updateStudySchema>

/** What the form of a study holds: its name, its disclosure and its protocol. */
export const studyFormSchema = z.object({
  name: studyNameSchema,
  disclosure: disclosureSchema,
  protocol: protocolSchema,
})
export type StudyForm = z.infer<typeof studyFormSchema>

/** Closing with unfinished work is refused unless it is accepted by name. */
export const closeStudySchema = z.object({ acceptUnfinished: z.boolean().default(false) })
export type CloseStudy = z.infer<typeof closeStudySchema>

export const reasonSchema = z
  .string()
  .trim()
  .min(10, 'Give a reason of at least ten characters.')
  .max(2000, 'At most 2,000 characters.')

export const unblindStudySchema = z.object({ reason: reasonSchema })

export const duplicateStudySchema = z.object({
  name: studyNameSchema,
  withItems: z.boolean().default(false),
  withPeople: z.boolean().default(true),
})
export type DuplicateStudy = z.infer<typeof duplicateStudySchema>

/** People to add or change (with a quota of their own, or null for the protocol's), and people to take off. */
export const setAnnotatorsSchema = z.object({
  set: z
    .array(z.strictObject({ userId: z.uuid(), quota: z.number().int().min(0).max(1_000_000).nullable() }))
    .max(1000)
    .default([]),
  remove: z.array(z.uuid()).max(1000).default([]),
})
export type SetAnnotators = z.infer<typeof setAnnotatorsSchema>

export const listStudiesSchema = z.object({
  state: studyStateSchema.nullable().default(null),
  archived: z.boolean().default(false),
  search: z.string().trim().max(200).default(''),
})
export type ListStudies = z.infer<typeof listStudiesSchema>

export const flagKindSchema = z.enum(['BAD_PROMPT', 'WRONG_REFERENCE', 'UNSAFE', 'PRIVATE_DATA', 'OTHER'])
export type FlagKind = z.infer<typeof flagKindSchema>

export const listFlagsSchema = z.object({ resolved: z.boolean().default(false) })
export type ListFlags = z.infer<typeof listFlagsSchema>

export const resolveFlagSchema = z.object({
  flagId: z.uuid(),
  resolution: z.string().trim().min(3, 'Say in a word or two what was decided.').max(2000, 'At most 2,000 characters.'),
})
export const reopenFlagSchema = z.object({ flagId: z.uuid() })
