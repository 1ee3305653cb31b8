import { z } from 'zod'
import { criterionSchema } from '../../criteria/schema'
import { languageTagSchema, proficiencySchema } from '../people/schema'
import { presetNames } from './preset-names'
import { slugify } from './study-slug'

/** What a response of a status counts as; decided before the study opens. */
export const statusRuleSchema = z.enum(['judged', 'minimum', 'missing'])

/** How annotators are checked. None of it blocks a submission. */
export const qualitySchema = z.strictObject({
  /** Gold items, mixed in invisibly: one in about `every` items, until a person has had `minimumPerAnnotator`. 0: none. */
  gold: z
    .strictObject({
      minimumPerAnnotator: z.number().int().min(0).max(500).default(12),
      every: z.number().int().min(2).max(1000).default(10),
      /** loud: the known answer is shown after the submission. */
      feedback: z.enum(['silent', 'loud']).default('silent'),
      /** A person is caught when P(accuracy < threshold) > 0.95, from a Beta(1, 1) prior. */
      threshold: z.number().min(0.01).max(0.99).default(0.7),
      /** What then happens besides telling the admins. */
      action: z.enum(['flag', 'halt']).default('flag'),
    })
    .prefault({}),
  /** Used where the study has items of purpose QUALIFICATION: so much of it must be met, in so many attempts. */
  qualification: z
    .strictObject({
      passShare: z.number().min(0).max(1).default(0.8),
      attempts: z.number().int().min(1).max(5).default(2),
    })
    .prefault({}),
  /** Of the FIRST places, so many come back to the same person after about `distance` more submissions. */
  repeats: z
    .strictObject({
      share: z.number().min(0).max(0.5).default(0),
      distance: z.number().int().min(1).max(1000).default(20),
    })
    .prefault({}),
  /** Items whose judgments of `criterion` differ by more than `difference` (in its own units) go to an adjudicator. */
  disagreement: z
    .strictObject({ criterion: z.string().min(1).max(40), difference: z.number().min(0).max(1000) })
    .nullable()
    .default(null),
})

/** How the items of a study are judged. Stored as protocols.definition, frozen when the study opens. */
export const protocolSchema = z
  .strictObject({
    criteria: z.array(criterionSchema).min(1),
    /** Markdown. */
    guidelines: z.string().max(100_000),
    /** The same in other languages of the interface, by locale; a person gets their own, else `guidelines`. */
    guidelinesByLanguage: z.record(languageTagSchema, z.string().max(100_000)).default({}),
    /** Category codes whose reference answer is shown; '*' stands for items without a category and all others. */
    referenceShown: z.array(z.string()),
    /** `after-first`: only when the first ratings are locked. Those are the headline; both are kept. */
    referenceMoment: z.enum(['start', 'after-first']).default('start'),
    /** All responses of an item at once, or two at a time. An item with pairs of its own (from the file) uses those. */
    comparison: z
      .discriminatedUnion('show', [
        z.strictObject({ show: z.literal('all') }),
        z.strictObject({
          show: z.literal('pairs'),
          /** balanced: each response equally often, in `pairsPerItem` pairs. */
          design: z.enum(['every-pair', 'balanced']),
          pairsPerItem: z.number().int().min(1).max(28).nullable(),
        }),
      ])
      .default({ show: 'all' }),
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
    quality: qualitySchema.prefault({}),
    /** Whether a day's judgments of a person must be accepted on a blind sample before they are exported as preference data. */
    batches: z
      .strictObject({ sampleShare: z.number().min(0.01).max(1), sampleMinimum: z.number().int().min(1).max(500) })
      .nullable()
      .default(null),
    /** The next comparison is the one expected to narrow the ranking most. Off by default; stated in the results. */
    adaptive: z
      .strictObject({
        /** Comparisons in all. */
        budget: z.number().int().min(1).max(10_000_000),
        /** Of every pair of models, before the rest is steered. */
        floorPerPair: z.number().int().min(1).max(100_000),
      })
      .nullable()
      .default(null),
    /** Responses of a model that was there from the start, shown again beside those of a model added later. */
    bridgeAnchors: z.number().int().min(1).max(2).default(1),
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
    /** Scores of two models on one item tie when their means differ by no more; in the unit of the scale. */
    tieThreshold: z.number().min(0).max(100).default(0),
    statusRules: z.strictObject({ refused: statusRuleSchema, truncated: statusRuleSchema, failed: statusRuleSchema }),
  })
  .refine(protocol => new Set(protocol.criteria.map(criterion => criterion.id)).size === protocol.criteria.length, {
    path: ['criteria'],
    message: 'Two criteria have the same id.',
  })
  // Whoever marks a place must not have to say first what it is marked for.
  .refine(protocol => protocol.criteria.filter(criterion => criterion.kind === 'spans').length <= 1, {
    path: ['criteria'],
    message: 'Places can be marked for one criterion only. Put the categories of all of them into one.',
  })
  .refine(
    protocol =>
      protocol.comparison.show === 'pairs' || protocol.criteria.every(criterion => criterion.kind !== 'preference'),
    { path: ['comparison'], message: 'A preference needs responses two at a time.' },
  )
export type Protocol = z.infer<typeof protocolSchema>
/** What may be left out has a default. */
export type ProtocolInput = z.input<typeof protocolSchema>

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
export const extendStudySchema = z.object({ reason: reasonSchema })

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
