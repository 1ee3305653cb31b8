import { expect, test } from 'vitest'
import { mergeMessages } from './merge-messages'

test('what is not translated yet is English, and unknown keys are dropped', () => {
  const english = { a: 'A', b: { c: 'C', d: 'D' }, e: { f: 'F' } }
  expect(mergeMessages(english, { b: { c: '丙', x: 'X' }, a: '', e: '己' })).toEqual({
    a: 'A',
    b: { c: '丙', d: 'D' },
    e: { f: 'F' },
  })
})

test('texts whose arguments the build has parsed are taken whole', () => {
  const parsed = ['第 ', ['n', 4], ' 行']
  expect(mergeMessages({ a: ['Line ', ['n', 4]], b: 'B' }, { a: parsed })).toEqual({ a: parsed, b: 'B' })
})
