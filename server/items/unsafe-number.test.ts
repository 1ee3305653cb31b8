import { expect, test } from 'vitest'
import { findUnsafeNumber } from './unsafe-number'

const find = (text: string) => findUnsafeNumber(text, JSON.parse(text))

test('finds what would become another number', () => {
  expect(find('{"id": 9007199254740993}')).toEqual({ path: 'id', written: '9007199254740993' })
  expect(find('{"metadata": {"ids": [1, 12345678901234567890]}}')).toEqual({
    path: 'metadata.ids[1]',
    written: '12345678901234567890',
  })
  expect(find('{"score": 1e400}')).toEqual({ path: 'score', written: '1e400' })
})

test('leaves what is kept as it is', () => {
  for (const text of [
    '{"id": 9007199254740992}',
    '{"id": "9007199254740993"}',
    '{"value": 0.12345678901234567890, "big": 1e300, "small": 1e-400}',
    '{"id": 42}',
  ])
    expect(find(text)).toBeNull()
})
