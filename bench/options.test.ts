import { expect, it } from 'vitest'
import { readOptions, wants } from './options.mjs'

it('measures everything three times unless told otherwise', () => {
  const options = readOptions([])
  expect(options).toMatchObject({ rounds: 3, seconds: 6, quick: false })
  expect(wants(options, 'import')).toBe(true)
})

it('takes several parts, and numbers after --quick win', () => {
  const options = readOptions(['--quick', '--only', 'submit', '--only', 'page', '--rounds', '2'])
  expect(options).toMatchObject({ quick: true, rounds: 2, seconds: 2 })
  expect(['submit', 'page', 'import'].map(part => wants(options, part))).toEqual([true, true, false])
})

it('names what it does not understand', () => {
  expect(() => readOptions(['--only', 'nothing'])).toThrow('not "nothing"')
  expect(() => readOptions(['--rounds', '0'])).toThrow('--rounds')
  expect(() => readOptions(['--fast'])).toThrow('--fast')
})
