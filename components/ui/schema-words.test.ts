import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { z } from 'zod'
import arabic from '@/messages/ar/schemas.json'
import english from '@/messages/en/schemas.json'
import chinese from '@/messages/zh-Hans/schemas.json'
import { studyFormSchema } from '@/server/studies/schema'
import { schemaWords } from './schema-words'

const catalogues = { en: english, 'zh-Hans': chinese, ar: arabic }

function wordsOf(locale: keyof typeof catalogues) {
  const options = {
    locale,
    messages: catalogues[locale],
    formats: { number: { percent: { style: 'percent' } } },
  } as const
  return schemaWords(
    createTranslator({ ...options, namespace: 'schemaSentences' }) as Parameters<typeof schemaWords>[0],
    createTranslator({ ...options, namespace: 'schemaRules' }) as Parameters<typeof schemaWords>[1],
  )
}

/** Every sentence that a schema, and what it is made of, says by itself. */
function sentencesOf(node: unknown, seen = new Set<unknown>()): string[] {
  if (!node || typeof node !== 'object' || seen.has(node)) return []
  seen.add(node)
  const definition = (node as Partial<z.core.$ZodType>)._zod?.def ?? (node as { error?: unknown })
  const own: unknown = typeof definition.error === 'function' ? definition.error({}) : undefined
  const inside = Object.values(definition).flatMap(part => sentencesOf(part, seen))
  return typeof own === 'string' ? [own, ...inside] : inside
}

// The catalogues of the other languages have what the English one has, or messages.test.ts fails.
test('what the schemas of the study form say is in the catalogue, word for word, and nothing else is', () => {
  const said = new Set(sentencesOf(studyFormSchema))
  expect(said.size).toBeGreaterThan(20)
  expect([...said].sort()).toEqual(Object.values(english.schemaSentences).sort())
})

test('a sentence is translated; another text stays', () => {
  expect(wordsOf('zh-Hans').text('The study needs a name of at least three characters.')).toBe(
    '评测名称至少需要三个字符。',
  )
  expect(wordsOf('ar').text('Two criteria have the same id.')).toBe('لمعيارين المعرّف نفسه.')
  expect(wordsOf('ar').text('A text of nobody.')).toBe('A text of nobody.')
})

const tag = z.string().transform((_, context) => {
  context.addIssue({ code: 'custom', message: 'not a tag' })
  return z.NEVER
})
const refused: [z.ZodType, unknown, string][] = [
  [z.string().min(1), '', 'Fill this in.'],
  [z.string(), undefined, 'Fill this in.'],
  [z.string().min(3), 'ab', 'At least 3 characters.'],
  [z.string().max(1200), 'x'.repeat(1201), 'At most 1,200 characters.'],
  [z.array(z.string()).min(1), [], 'There must be at least 1.'],
  [z.array(z.string()).max(2), ['a', 'b', 'c'], 'There can be at most 2.'],
  [z.number(), null, 'Enter a number.'],
  [z.number(), Number.NaN, 'Enter a number.'],
  [z.number().int(), 1.5, 'Enter a whole number.'],
  [z.number().int().min(1), 0, 'Enter 1 or more.'],
  [z.number().int().max(1000), 1001, 'Enter 1,000 or less.'],
  [z.number().positive(), 0, 'Enter more than 0.'],
  [z.number().lt(5), 5, 'Enter less than 5.'],
  [z.number().min(0.01), 0, 'Enter 1% or more.'],
  [z.number().max(1), 1.5, 'Enter 100% or less.'],
  [z.enum(['a', 'b']), 'c', 'Choose one of what is offered.'],
  [z.union([z.literal(1), z.literal(0.5)]), 3, 'Choose one of what is offered.'],
  [z.record(tag, z.number()), { xx: 1 }, '“xx” is not a language tag such as “en”, “zh-Hans” or “pt-BR”.'],
  [z.strictObject({}), { more: 1 }, 'This does not fit here.'],
]

test.each(refused)('%#: a rule without a sentence of its own is worded', (schema, given, expected) => {
  const said = (locale: keyof typeof catalogues) =>
    schema.safeParse(given, { error: wordsOf(locale).error }).error?.issues[0]?.message
  expect(said('en')).toBe(expected)
  expect(said('zh-Hans')).toMatch(/\p{Script=Han}/u)
  expect(said('ar')).toMatch(/\p{Script=Arabic}/u)
})
