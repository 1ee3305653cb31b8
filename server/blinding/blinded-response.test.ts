import { describe, expect, test } from 'vitest'
import { mintBlindedAssignment } from './blinded-response'

const row = {
  id: '7f1d1d3e-2f0b-4a7e-9d8a-0f6f3c1d2b4a',
  language: 'en',
  category: { code: 'math', name: 'Mathematics' },
  messages: [{ role: 'user', text: '2+2?' }],
  references: ['4'],
  responses: [{ turns: ['4'] }, { turns: ['5'] }],
}

describe('what an annotator may see', () => {
  test('the reference only where the protocol shows it', () => {
    expect(mintBlindedAssignment(row, ['math']).references).toEqual(['4'])
    expect(mintBlindedAssignment(row, ['code']).references).toEqual([])
    expect(mintBlindedAssignment({ ...row, category: null }, ['*']).references).toEqual(['4'])
    expect(mintBlindedAssignment({ ...row, category: null }, ['math']).references).toEqual([])
  })

  test.each([
    ['model', { ...row, model: 'x' }],
    ['source', { ...row, responses: [{ turns: ['4'], modelId: 'x' }] }],
    ['reasoning', { ...row, responses: [{ turns: ['4'], reasoning: 'x' }] }],
    ['metadata', { ...row, messages: [{ role: 'user', text: '2+2?', file: 'x' }] }],
  ])('one more key is an error, not dropped: %s', (_, leaking) => {
    expect(() => mintBlindedAssignment(leaking, [])).toThrow()
  })
})
