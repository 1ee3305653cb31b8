import { expect, test } from 'vitest'
import { languageName, listLanguageChoices } from './language-choices'
import { languageTagSchema } from './schema'

const choices = listLanguageChoices('en')

test('each language is there once, in canonical form, with a name of its own', () => {
  const tags = choices.map(choice => choice.tag)
  expect(new Set(tags).size).toBe(tags.length)
  for (const { tag, name } of choices) {
    expect(languageTagSchema.parse(tag)).toBe(tag)
    expect(name).not.toBe(tag)
  }
})

test('names are in the language of the reader and in that of the speakers', () => {
  expect(choices).toContainEqual({ tag: 'zh-Hans', name: 'Simplified Chinese', nativeName: '简体中文' })
  expect(listLanguageChoices('de').find(choice => choice.tag === 'ar')).toMatchObject({
    name: 'Arabisch',
    nativeName: 'العربية',
  })
  expect(languageName('ja', choices)).toBe('Japanese')
  expect(languageName('de-BY', choices)).toBe('de-BY')
})
