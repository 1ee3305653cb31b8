// Which number of the results one asks the items of, and how an address says it.
import { z } from 'zod'
import { DomainError } from '../../platform/errors'
import { type ResultFilter, readResultFilter, writeResultFilter } from '../filter'

export const outcomeSchema = z.enum(['win', 'tie', 'loss'])
export type Outcome = z.infer<typeof outcomeSchema>

const modelSchema = z.uuid('A model is named by its id.')

const selectionSchema = z
  .strictObject({
    criterion: z.string().max(40).optional(),
    /** One model: what was judged of it. */
    model: modelSchema.optional(),
    /** Two models: where they were compared. */
    pair: z.tuple([modelSchema, modelSchema]).optional(),
    /** As the model, or the first of the pair, sees it. */
    outcome: outcomeSchema.optional(),
    /** A score that the model got, in whole steps from the minimum of the scale. */
    score: z.coerce.number().int().min(0).max(100_000).optional(),
    /** A label that the model was given. */
    label: z.string().min(1).max(40).optional(),
    /** The tie threshold that outcomes were made with; absent: the protocol's. */
    threshold: z.coerce.number().min(0).max(1000).optional(),
    search: z.string().trim().max(200).optional(),
  })
  .refine(({ model, score, label }) => model !== undefined || (score === undefined && label === undefined), {
    path: ['model'],
    message: 'A score or label is that of a model.',
  })
  .refine(({ model, pair, outcome }) => outcome === undefined || model !== undefined || pair !== undefined, {
    path: ['outcome'],
    message: 'An outcome is that of a model, or of a pair of models.',
  })
export type ItemSelection = z.infer<typeof selectionSchema> & { filter: ResultFilter }

type Asked = Parameters<typeof readResultFilter>[0]
const keys = ['criterion', 'model', 'pair', 'outcome', 'score', 'label', 'threshold', 'search'] as const

/** @throws DomainError invalid, naming the parameter. Empty values count as not given. */
export function readItemSelection(asked: Asked): ItemSelection {
  const given = (key: string) => {
    const value = asked instanceof URLSearchParams ? asked.get(key) : [asked[key] ?? ''].flat()[0]
    return value?.trim() ? value : undefined
  }
  const raw = Object.fromEntries(keys.map(key => [key, key === 'pair' ? given(key)?.split(',') : given(key)]))
  const read = selectionSchema.safeParse(raw)
  if (read.success) return { ...read.data, filter: readResultFilter(asked) }
  const [issue] = read.error.issues
  const parameter = String(issue?.path[0])
  throw new DomainError('invalid', `"${parameter}" is not understood: ${issue?.message ?? ''}`, { parameter })
}

/** The shortest address form, for links from a number to its items. */
export function writeItemSelection({ filter, ...selection }: ItemSelection): URLSearchParams {
  const written = new URLSearchParams()
  for (const key of keys) {
    const value = selection[key]
    if (value !== undefined && value !== '') written.set(key, String(value))
  }
  for (const [key, value] of writeResultFilter(filter)) written.append(key, value)
  return written
}
