import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readLines, readText } from './demo-files'

// The promises of the items and judgments of translation, expert rubric, preference and ranking.

const text = z.string().trim().min(1)
const model = z.enum(['Juniper-1', 'Larch-2', 'Willow-mini', 'Alder-3'])
const madeUp = z.strictObject({ made_up: z.literal(true) })
const common = { id: z.string().regex(/^demo-(tr|rubric|pair|rank)-\d\d$/), metadata: madeUp }
const translationSchema = z.strictObject({
  ...common,
  language: text,
  source_language: text,
  source: text,
  context: text,
  reference: text,
  outputs: z.array(z.strictObject({ system: model, text })),
})
const promptSchema = z.strictObject({
  ...common,
  language: text,
  category: text,
  prompt: text,
  reference: text.optional(),
  rubric: z
    .array(z.strictObject({ id: text, text, maximum: z.number().optional(), grading: text.optional() }))
    .optional(),
  responses: z.array(z.strictObject({ model, text })),
})
const parts = z.object({
  quote: text,
  part: z.enum(['response', 'source']),
  category: text,
  severity: text,
})
const judgmentSchema = z.strictObject({
  item: text,
  scores: z.partialRecord(model, z.number().int().min(0).max(3)).optional(),
  after: z.partialRecord(model, z.number().int().min(0).max(3)).optional(),
  errors: z.partialRecord(model, z.array(parts)).optional(),
  comments: z.partialRecord(model, text).optional(),
  points: z.partialRecord(model, z.record(text, z.object({ earned: z.number(), reason: text.optional() }))).optional(),
  worth: z.partialRecord(model, z.number().int()).optional(),
  comment: text.optional(),
  question: text.optional(),
  active_seconds: z.number().int().min(20).max(1800),
})

const presets = ['translation', 'rubric', 'preference', 'ranking'] as const
const translations = readLines('translation-items.jsonl').map(line => translationSchema.parse(line))
const itemsOf = (preset: (typeof presets)[number]) =>
  preset === 'translation'
    ? translations.map(({ outputs, ...item }) => ({
        ...item,
        texts: outputs.map(output => output.text),
        models: outputs.map(output => output.system),
      }))
    : readLines(`${preset}-items.jsonl`).map(line => {
        const { responses, ...item } = promptSchema.parse(line)
        return { ...item, texts: responses.map(one => one.text), models: responses.map(one => one.model) }
      })
const judgmentsOf = (preset: string) => readLines(`${preset}-judgments.jsonl`).map(line => judgmentSchema.parse(line))

describe.each(presets)('the demo items of %s', preset => {
  const items = itemsOf(preset)
  const judgments = judgmentsOf(preset)

  it('are six to ten in several languages, with different responses', () => {
    expect(items.length).toBeGreaterThanOrEqual(6)
    expect(items.length).toBeLessThanOrEqual(10)
    expect(new Set(items.map(item => item.id)).size).toBe(items.length)
    const languages = items.map(item => item.language)
    for (const language of ['zh', 'ar']) expect(languages).toContain(language)
    for (const item of items) {
      expect(item.models, item.id).toEqual(items[0]?.models)
      expect(new Set(item.texts).size, item.id).toBe(item.texts.length)
    }
  })

  it('name no model in what an annotator may read', () => {
    for (const { models: _, ...shown } of items)
      expect(JSON.stringify(shown), shown.id).not.toMatch(/juniper|larch|willow|alder/i)
    expect(readText(`${preset}-judgments.jsonl`)).not.toMatch(
      /"(comment|question|reason)": "[^"]*(juniper|larch|willow|alder)/i,
    )
  })

  it('are judged twice, or wait for a visitor', () => {
    const judged = new Set(judgments.map(judgment => judgment.item))
    for (const id of judged) {
      const twice = judgments.filter(judgment => judgment.item === id)
      expect(twice, id).toHaveLength(2)
      for (const { scores, points, worth } of twice)
        expect(Object.keys(scores ?? points ?? worth ?? {}), id).toEqual(items[0]?.models)
    }
    const waiting = items.filter(item => !judged.has(item.id))
    expect(waiting.length).toBeGreaterThanOrEqual(preset === 'translation' ? 0 : 2)
    for (const id of judged) expect(items.map(item => item.id)).toContain(id)
  })
})

describe('the demo judgments', () => {
  it('mark errors that stand in the texts', () => {
    for (const { item: id, errors = {} } of judgmentsOf('translation')) {
      const item = translations.find(one => one.id === id)
      for (const output of item?.outputs ?? [])
        for (const { quote, part } of errors[output.system] ?? [])
          expect(part === 'source' ? item?.source : output.text, id).toContain(quote)
    }
  })

  it('grade every point, and say why it is not given in full', () => {
    const items = readLines('rubric-items.jsonl').map(line => promptSchema.parse(line))
    for (const { item: id, points = {} } of judgmentsOf('rubric')) {
      const rubric = items.find(item => item.id === id)?.rubric ?? []
      for (const graded of Object.values(points)) {
        expect(Object.keys(graded), id).toEqual(rubric.map(point => point.id))
        for (const { id: point, maximum = 1 } of rubric) {
          expect(graded[point]?.earned, `${id} ${point}`).toBeLessThanOrEqual(maximum)
          if (graded[point]?.earned !== maximum) expect(graded[point]?.reason, `${id} ${point}`).toBeDefined()
        }
      }
    }
  })

  it('hold a question of an annotator', () => {
    expect(judgmentsOf('rubric').filter(judgment => judgment.question)).toHaveLength(1)
  })
})
