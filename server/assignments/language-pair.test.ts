import { expect, test } from 'vitest'
import { languageKey, languagePair, showLanguageKey } from './language-pair'

test('an item without a source is its language, a translation both', () => {
  expect(languageKey({ source: null, target: 'en' })).toBe('en')
  expect(languageKey({ source: 'en', target: 'zh-Hans' })).toBe('en>zh-Hans')
  for (const pair of [
    { source: null, target: 'ar' },
    { source: 'zh-Hant-TW', target: 'en-GB' },
  ])
    expect(languagePair(languageKey(pair))).toEqual(pair)
  expect(showLanguageKey('en>zh-Hans')).toBe('en → zh-Hans')
  expect(showLanguageKey('en')).toBe('en')
})
