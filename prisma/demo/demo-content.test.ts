import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

// The promises that the demo's data files make: the seeding and the first screens rely on them.

const categories = [
  'Mathematics',
  'Text Processing',
  'Text Generation',
  'Subjective QA',
  'Objective QA',
  'Logical Reasoning',
  'Code Instructions',
] as const
const languages = ['en', 'zh', 'ar', 'ja'] as const
const models = ['Juniper-1', 'Larch-2', 'Willow-mini'] as const

const text = z.string().trim().min(1)
const responseSchema = z.strictObject({
  model: z.enum(models),
  text: text.optional(),
  turns: z.array(text).min(2).optional(),
  reasoning: text.optional(),
  status: z.enum(['ok', 'refused', 'truncated']),
})
const itemSchema = z.strictObject({
  id: z.string().regex(/^demo-(en|zh|ar|ja)-\d\d$/),
  category: z.enum(categories),
  language: z.enum(languages),
  prompt: z
    .union([text, z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: text })).min(2)])
    .optional(),
  turns: z.array(text).min(2).optional(),
  reference: text.optional(),
  metadata: z.strictObject({ made_up: z.literal(true) }),
  responses: z.array(responseSchema),
})
const score = z.number().int().min(0).max(10)
const judgmentSchema = z.strictObject({
  item: z.string(),
  annotator: z.email(),
  scores: z.strictObject({ 'Juniper-1': score, 'Larch-2': score, 'Willow-mini': score }),
  comments: z.partialRecord(z.enum(models), text),
  active_seconds: z.number().int().min(20).max(1800),
})
const personSchema = z.strictObject({
  email: z.email(),
  name: z.string().startsWith('Demo '),
  role: z.enum(['ADMIN', 'ANNOTATOR']),
  languages: z.array(z.strictObject({ tag: z.enum(languages), proficiency: z.enum(['NATIVE', 'FLUENT']) })).min(1),
  expertise: z.array(z.enum(categories)),
})

function readDemoFile(name: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(new URL(name, import.meta.url)))
}

function readLines<T>(name: string, schema: z.ZodType<T>): T[] {
  return readDemoFile(name)
    .trimEnd()
    .split('\n')
    .map(line => schema.parse(JSON.parse(line)))
}

const items = readLines('items.jsonl', itemSchema)
const judgments = readLines('judgments.jsonl', judgmentSchema)
const people = z.array(personSchema).parse(JSON.parse(readDemoFile('people.json')))

const responses = items.flatMap(item => item.responses)
const answerOf = (response: z.infer<typeof responseSchema>) => response.text ?? (response.turns ?? []).join('\n\n')
const wholeText = items.map(item => JSON.stringify({ ...item, id: '' })).join('\n')

describe('the demo items', () => {
  it('have unique ids that name their language', () => {
    expect(new Set(items.map(item => item.id)).size).toBe(items.length)
    for (const item of items) expect(item.id).toContain(`-${item.language}-`)
  })

  it('cover the languages and all seven categories', () => {
    const minimum = { en: 10, zh: 7, ar: 6, ja: 5 }
    expect(items.length).toBeGreaterThanOrEqual(28)
    for (const language of languages) {
      const inLanguage = items.filter(item => item.language === language)
      expect(inLanguage.length, language).toBeGreaterThanOrEqual(minimum[language])
      expect(new Set(inLanguage.map(item => item.category)).size, language).toBeGreaterThanOrEqual(4)
    }
    expect(new Set(items.map(item => item.category))).toEqual(new Set(categories))
  })

  it('have either a prompt or turns, ending with the user', () => {
    for (const item of items) {
      expect(
        [item.prompt, item.turns].filter(part => part !== undefined),
        item.id,
      ).toHaveLength(1)
      if (Array.isArray(item.prompt)) expect(item.prompt.at(-1)?.role, item.id).toBe('user')
    }
    expect(items.filter(item => Array.isArray(item.prompt)).length).toBeGreaterThanOrEqual(4)
    expect(items.filter(item => item.turns).length).toBeGreaterThanOrEqual(2)
  })

  it('have one response of each model, with as many turns as the item', () => {
    for (const item of items) {
      expect(item.responses.map(response => response.model).sort(), item.id).toEqual([...models])
      for (const response of item.responses) {
        expect(response.turns?.length, item.id).toBe(item.turns?.length)
        expect(response.text === undefined, item.id).toBe(item.turns !== undefined)
      }
    }
  })

  it('have a reference where there is a correct answer', () => {
    for (const item of items) {
      const promised = ['Mathematics', 'Objective QA', 'Logical Reasoning'].includes(item.category)
      expect(item.reference !== undefined, item.id).toBe(promised)
    }
  })

  it('never name a model in what an annotator may read', () => {
    const family = /juniper|larch|willow/i
    for (const item of items) {
      const { responses: ofItem, ...shown } = item
      expect(JSON.stringify(shown)).not.toMatch(family)
      for (const { model, ...rest } of ofItem) expect(JSON.stringify(rest), `${item.id} ${model}`).not.toMatch(family)
    }
    expect(readDemoFile('guidelines.md')).not.toMatch(family)
    for (const judgment of judgments) {
      expect(Object.values(judgment.comments).join('\n'), judgment.item).not.toMatch(family)
    }
  })

  it('exercise the renderer', () => {
    const fences = new Set([...wholeText.matchAll(/```([a-z]+)\\n/g)].map(match => match[1]))
    expect(fences.size).toBeGreaterThanOrEqual(4)
    expect(wholeText).toMatch(/\|---\|/)
    expect(wholeText).toMatch(/\\\\begin\{aligned\}/)
    expect(wholeText).toMatch(/\$\$/)
    expect(wholeText).toMatch(/\\n> /)
    expect(wholeText).toMatch(/\p{Emoji_Presentation}/u)
    for (const language of languages) expect(lengthsIn(language).some(length => length < 300)).toBe(true)
    expect(responses.filter(response => answerOf(response).length > 3000).length).toBeGreaterThanOrEqual(3)
    const arabicWithCode = items.filter(item => item.language === 'ar' && JSON.stringify(item).includes('```bash'))
    expect(arabicWithCode.length).toBeGreaterThanOrEqual(1)
  })

  it('close every code fence and every display formula', () => {
    for (const item of items) {
      for (const response of item.responses) {
        for (const mark of [/^```/gm, /\$\$/g]) {
          expect((answerOf(response).match(mark) ?? []).length % 2, `${item.id} ${response.model}`).toBe(0)
        }
      }
    }
  })

  it('hold the special cases: reasoning, identical texts, a refusal, a truncation', () => {
    expect(responses.filter(response => response.reasoning).length).toBeGreaterThanOrEqual(6)
    expect(responses.filter(response => /^<think>[\s\S]+<\/think>/.test(answerOf(response)))).toHaveLength(2)
    expect(responses.filter(response => response.status === 'refused')).toHaveLength(1)
    expect(responses.filter(response => response.status === 'truncated')).toHaveLength(1)
    expect(identicalPairs().map(pair => pair.item)).toEqual(['demo-en-10'])
  })
})

describe('the demo judgments', () => {
  it('give each item two judgments by different demo annotators who know its language', () => {
    expect(judgments.every(judgment => items.some(item => item.id === judgment.item))).toBe(true)
    for (const item of items) {
      const ofItem = judgments.filter(judgment => judgment.item === item.id)
      expect(new Set(ofItem.map(judgment => judgment.annotator)).size, item.id).toBe(2)
      expect(ofItem, item.id).toHaveLength(2)
      for (const judgment of ofItem) {
        const annotator = people.find(person => person.email === judgment.annotator)
        expect(annotator?.role, item.id).toBe('ANNOTATOR')
        expect(
          annotator?.languages.map(language => language.tag),
          item.id,
        ).toContain(item.language)
      }
    }
  })

  it('comment every score of 3 or less', () => {
    for (const judgment of judgments) {
      for (const model of models) {
        if (judgment.scores[model] <= 3) {
          expect(judgment.comments[model], `${judgment.item} ${judgment.annotator} ${model}`).toBeDefined()
        }
      }
    }
  })

  it('score identical responses alike, because they share one slot', () => {
    for (const { item, first, second } of identicalPairs()) {
      for (const judgment of judgments.filter(candidate => candidate.item === item)) {
        expect(judgment.scores[first]).toBe(judgment.scores[second])
      }
    }
  })

  it('rank the models as their texts were written, without being uniform', () => {
    const mean = (model: (typeof models)[number]) =>
      judgments.reduce((sum, judgment) => sum + judgment.scores[model], 0) / judgments.length
    expect(mean('Juniper-1')).toBeGreaterThan(mean('Larch-2') + 1)
    expect(mean('Larch-2')).toBeGreaterThan(mean('Willow-mini') + 1)
    for (const model of models) {
      const distinct = new Set(judgments.map(judgment => judgment.scores[model]))
      expect(distinct.size, model).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the demo people', () => {
  it('are one admin and five annotators, labelled as demo, on a reserved domain', () => {
    expect(people.filter(person => person.role === 'ADMIN').map(person => person.email)).toEqual([
      'demo-admin@example.org',
    ])
    expect(people.filter(person => person.role === 'ANNOTATOR').map(person => person.email)).toEqual(
      [1, 2, 3, 4, 5].map(number => `demo-annotator-${number}@example.org`),
    )
  })
})

function lengthsIn(language: string): number[] {
  return items
    .filter(item => item.language === language)
    .flatMap(item => item.responses.map(response => answerOf(response).length))
}

/** Pairs of models whose responses to an item are equal once white space is normalised. */
function identicalPairs() {
  const normalise = (value: string) => value.replace(/\s+/g, ' ').trim()
  return items.flatMap(item =>
    item.responses.flatMap((response, index) =>
      item.responses
        .slice(index + 1)
        .filter(other => normalise(answerOf(other)) === normalise(answerOf(response)))
        .map(other => ({ item: item.id, first: response.model, second: other.model })),
    ),
  )
}
