import { describe, expect, test } from 'vitest'
import { qualitySchema } from '../studies/schema'
import { mintBlindedAssignment } from './blinded-response'
import type { Shown } from './reveal-state'

const row = {
  id: '7f1d1d3e-2f0b-4a7e-9d8a-0f6f3c1d2b4a',
  language: 'en',
  category: { code: 'math', name: 'Mathematics' },
  messages: [{ role: 'user', text: '2+2?' }],
  references: ['4'],
  sourceLanguage: null,
  context: '',
  rubric: null,
  omitted: [],
  occasion: 'FIRST',
  revealed: false,
  training: null,
  responses: [{ turns: ['4'] }, { turns: ['5'] }],
}

const at = (referenceMoment: Shown['referenceMoment'], ...referenceShown: string[]): Shown => ({
  referenceMoment,
  referenceShown,
  quality: qualitySchema.parse({}),
})

describe('what an annotator may see', () => {
  test('the reference only where the protocol shows it', () => {
    expect(mintBlindedAssignment(row, at('start', 'math')).references).toEqual(['4'])
    expect(mintBlindedAssignment(row, at('start', 'code')).references).toEqual([])
    expect(mintBlindedAssignment({ ...row, category: null }, at('start', '*')).references).toEqual(['4'])
    expect(mintBlindedAssignment({ ...row, category: null }, at('start', 'math')).references).toEqual([])
  })

  test('a late reference only when the first ratings are locked', () => {
    expect(mintBlindedAssignment(row, at('after-first', '*'))).toMatchObject({ references: [], reveal: 'after-first' })
    const revealed = { ...row, revealed: true }
    expect(mintBlindedAssignment(revealed, at('after-first', '*'))).toMatchObject({ references: ['4'], reveal: 'done' })
    expect(mintBlindedAssignment({ ...row, references: [] }, at('after-first', '*')).reveal).toBe('now')
  })

  test('a known answer may follow training, and in loud studies everything', () => {
    const loud: Shown = { ...at('start'), quality: qualitySchema.parse({ gold: { feedback: 'loud' } }) }
    expect(mintBlindedAssignment(row, at('start')).feedback).toBe(false)
    expect(mintBlindedAssignment({ ...row, training: { number: 1, total: 8 } }, at('start')).feedback).toBe(true)
    expect(mintBlindedAssignment(row, loud).feedback).toBe(true)
  })

  test('nothing of what decides', () => {
    const blinded = mintBlindedAssignment({ ...row, occasion: 'ADJUDICATION' }, at('start', '*'))
    expect(blinded).not.toHaveProperty('occasion')
    expect(blinded.reveal).toBe('after-first')
  })

  test.each([
    ['model', { ...row, model: 'x' }],
    ['source', { ...row, responses: [{ turns: ['4'], modelId: 'x' }] }],
    ['reasoning', { ...row, responses: [{ turns: ['4'], reasoning: 'x' }] }],
    ['metadata', { ...row, messages: [{ role: 'user', text: '2+2?', file: 'x' }] }],
  ])('one more key is an error, not dropped: %s', (_, leaking) => {
    expect(() => mintBlindedAssignment(leaking, at('start'))).toThrow()
  })
})
