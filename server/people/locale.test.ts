import { expect, test } from 'vitest'
import { findAcceptedLocale, findLocale, formattingLocale } from './locale'

test('every variant of a language gets the one that there is', () => {
  expect(findLocale('zh-CN')).toBe('zh-Hans')
  expect(findLocale('ZH_tw')).toBe('zh-Hans')
  expect(findLocale('ar-EG')).toBe('ar')
  expect(findLocale('en-GB')).toBe('en')
  expect(findLocale('arz')).toBeNull()
  expect(findLocale('')).toBeNull()
  expect(findLocale(null)).toBeNull()
})

test('a browser’s wishes count by their weights', () => {
  expect(findAcceptedLocale('de-DE,de;q=0.9,ar;q=0.8,en;q=0.7')).toBe('ar')
  expect(findAcceptedLocale('en;q=0.5, zh-CN')).toBe('zh-Hans')
  expect(findAcceptedLocale('en;q=0, ar;q=0.1')).toBe('ar')
  expect(findAcceptedLocale('de, *;q=0.5')).toBeNull()
  expect(findAcceptedLocale(null)).toBeNull()
  expect(findAcceptedLocale(';q=;;,')).toBeNull()
})

test('Arabic figures can be compared with those of files and keys', () => {
  expect(new Intl.NumberFormat(formattingLocale('ar')).format(1234.5)).toBe('1,234.5')
  expect(new Intl.DateTimeFormat(formattingLocale('ar'), { day: 'numeric' }).format(new Date(0))).toMatch(/^1$/)
})
