import { expect, test } from 'vitest'
import { compareMessages } from './compare-messages.mjs'

const compare = (english: string, text: string, locale = 'zh-Hans') =>
  compareMessages({ a: { b: english } }, { a: { b: text } }, locale)

test('a text that says the same is fine', () => {
  expect(
    compare('{count, plural, one {# item} other {# items}} of {name}', '{name}：{count, plural, other {# 项}}'),
  ).toEqual([])
  expect(compare('{count, plural, one {# item} other {# items}}', '{count, number} 项')).toEqual([])
})

test('what is missing or unknown is named', () => {
  expect(compareMessages({ a: { b: 'Text' } }, {}, 'ar')).toEqual(['a.b is missing: Text'])
  expect(compareMessages({ a: { b: 'Text' } }, { a: { b: '' } }, 'ar')).toEqual(['a.b is missing: Text'])
  expect(compareMessages({ a: 'Text' }, { a: 'نص', c: 'نص' }, 'ar')).toEqual(['c is not in English'])
})

test('other arguments are refused', () => {
  expect(compare('Hello {name}', '你好')).toEqual(['a.b has {name} as nothing, not value'])
  expect(compare('Hello', '你好 {name}')).toEqual(['a.b has {name}, which is not given'])
  expect(compare('<b>Hello</b>', '你好')).toEqual(['a.b has {b} as nothing, not tag'])
  expect(compare('{who, select, me {I} other {you}}', '{who, select, other {你}}')).toHaveLength(1)
})

test('a language’s plural forms are asked for, each of them', () => {
  expect(compare('{n, plural, one {#} other {#}}', '{n, plural, one {#} other {#}}', 'ar')).toEqual([
    'a.b lacks the plural forms few, many, two, zero',
  ])
})

test('a text that does not parse is refused', () => {
  expect(compare('Hello', '{name')).toEqual([expect.stringMatching('does not parse')])
})

test('a number that is shown in English is shown, one that only bends a noun need not be', () => {
  expect(compare('{n, plural, one {# file} other {# files}}', '{n, plural, other {文件}}')).toHaveLength(1)
  expect(compare('{n, plural, one {A file} other {Files}}', '文件')).toEqual([])
})
