// Which judgments, items and responses results are made of, and how an address says it.
import { z } from 'zod'
import { DomainError } from '../platform/errors'

/** Which judgments results are made of: those of the annotators, or the adjudicators' decisions where there are any. */
export const countedJudgmentsSchema = z.enum(['original', 'adjudicated'])
export type CountedJudgments = z.infer<typeof countedJudgmentsSchema>

/**
 * What can be left out to see whether it matters: items that an annotator flagged,
 * judgments faster than their texts can be read, responses that name their model or maker.
 */
export const withoutSchema = z.enum(['flagged', 'too-fast', 'identity-leak'])
export type Without = z.infer<typeof withoutSchema>

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A list without order and repetition; empty is as good as not given. */
const listOf = (most: number) =>
  z
    .array(z.string().trim().min(1).max(200))
    .max(most)
    .transform(values => (values.length === 0 ? undefined : [...new Set(values)].sort(compare)))
    .optional()

const daySchema = z.iso.date('A date is written as 2026-01-31.')

const metadataSchema = z.strictObject({
  key: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^:]*$/, 'A key of metadata that results are filtered by has no colon.'),
  value: z.string().trim().max(200),
})

/** Everything by default. Filters of different kinds must all hold; of values of one kind, one must. */
export const resultFilterSchema = z
  .strictObject({
    judgments: countedJudgmentsSchema.default('original'),
    /** As results show them: "zh", or "zh>en" for translations. */
    languages: listOf(100),
    /** Short names; "-": no category. */
    categories: listOf(200),
    /** Pseudonyms; of recorded judgments "recorded-1" … as in exports, or their labels. */
    annotators: listOf(500),
    withoutAnnotators: listOf(500),
    /** Days in UTC of the submission, both included. */
    from: daySchema.optional(),
    to: daySchema.optional(),
    /** Of items. Different keys must all hold. */
    metadata: z
      .array(metadataSchema)
      .max(50)
      .transform(pairs => {
        const once = new Map(pairs.map(pair => [JSON.stringify([pair.key, pair.value]), pair]))
        return once.size === 0 ? undefined : [...once].sort(([a], [b]) => compare(a, b)).map(([, pair]) => pair)
      })
      .optional(),
    without: z
      .array(withoutSchema)
      .default([])
      .transform(values => [...new Set(values)].sort(compare)),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'The last day is before the first.',
  })
export type ResultFilter = z.infer<typeof resultFilterSchema>

/** Nothing is left out. */
export const wholeStudy: ResultFilter = { judgments: 'original', without: [] }

const lists = {
  language: 'languages',
  category: 'categories',
  annotator: 'annotators',
  'without-annotator': 'withoutAnnotators',
} as const

/** The parameters of an address that belong to the filter. Each may stand there several times, dates and judgments once. */
export const resultFilterKeys = ['judgments', ...Object.keys(lists), 'from', 'to', 'meta', 'without'] as const

/** What Next hands to a page, or the parameters themselves. */
type Asked = URLSearchParams | Record<string, string | string[] | undefined>

/** @throws DomainError invalid, naming the parameter. Empty values count as not given; other parameters are not looked at. */
export function readResultFilter(asked: Asked): ResultFilter {
  const all = (key: string): string[] => {
    const given = asked instanceof URLSearchParams ? asked.getAll(key) : [asked[key] ?? []].flat()
    return given.map(value => value.trim()).filter(value => value !== '')
  }
  const once = (key: string) => {
    const values = all(key)
    if (values.length > 1) throw new DomainError('invalid', `"${key}" may be given once.`, { parameter: key })
    return values[0]
  }
  const metadata = all('meta').map(text => {
    const at = text.indexOf(':')
    if (at < 1)
      throw new DomainError('invalid', `"meta" is written as key:value, not "${text}".`, { parameter: 'meta' })
    return { key: text.slice(0, at), value: text.slice(at + 1) }
  })
  const read = resultFilterSchema.safeParse({
    judgments: once('judgments'),
    ...Object.fromEntries(Object.entries(lists).map(([key, name]) => [name, all(key)])),
    from: once('from'),
    to: once('to'),
    metadata,
    without: all('without'),
  })
  if (read.success) return read.data
  const [issue] = read.error.issues
  const field = String(issue?.path[0])
  const parameter =
    Object.entries(lists).find(([, name]) => name === field)?.[0] ?? (field === 'metadata' ? 'meta' : field)
  throw new DomainError('invalid', `"${parameter}" is not understood: ${issue?.message ?? ''}`, { parameter })
}

/** The shortest address form; what `readResultFilter` reads back as the same filter. */
export function writeResultFilter(filter: ResultFilter): URLSearchParams {
  const written = new URLSearchParams()
  if (filter.judgments !== 'original') written.set('judgments', filter.judgments)
  for (const [key, name] of Object.entries(lists)) for (const value of filter[name] ?? []) written.append(key, value)
  if (filter.from !== undefined) written.set('from', filter.from)
  if (filter.to !== undefined) written.set('to', filter.to)
  for (const { key, value } of filter.metadata ?? []) written.append('meta', `${key}:${value}`)
  for (const value of filter.without) written.append('without', value)
  return written
}
