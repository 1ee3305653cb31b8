import { describe, expect, test } from 'vitest'
import type { JudgmentContent } from '../../server/judgments/schema'
import { emptyContent } from '../ratings'
import { preferenceKeys } from './keys'
import { optionsOf } from './options'
import { preferenceRule } from './rule'
import { type PreferenceCriterion, preferenceSchema } from './schema'

const criterion = (over: Partial<PreferenceCriterion> = {}): PreferenceCriterion =>
  preferenceSchema.parse({
    kind: 'preference',
    id: 'overall',
    scope: 'item',
    label: 'Overall',
    strengths: ['Barely', 'Slightly', 'Better', 'Much'],
    tie: true,
    bothUnusable: true,
    ...over,
  })

function press(key: string, asked = criterion(), value: JudgmentContent = emptyContent) {
  const context = { criterion: asked, slot: 0, slotCount: 2, content: {} as never, value, typed: null }
  const result = preferenceKeys.press(key, context)
  return result && { ...result, value: result.change ? result.change(value) : value }
}
const choice = (key: string, asked = criterion()) => press(key, asked)?.value.ratings[0]?.choice

describe('keys of a preference', () => {
  test('digits follow the line from A to B: nine answers, nine digits', () => {
    expect(optionsOf(criterion())).toHaveLength(9)
    expect(choice('1')).toEqual({ kind: 'preference', prefer: 'a', strength: 4 })
    expect(choice('4')).toEqual({ kind: 'preference', prefer: 'a', strength: 1 })
    expect(choice('5')).toEqual({ kind: 'preference', prefer: 'tie', strength: null })
    expect(choice('6')).toEqual({ kind: 'preference', prefer: 'b', strength: 1 })
    expect(choice('9')).toEqual({ kind: 'preference', prefer: 'b', strength: 4 })
  })

  test('T is a tie and U is both unusable, where the protocol has them; else the key does nothing at all', () => {
    expect(choice('t')).toMatchObject({ prefer: 'tie' })
    expect(choice('u')).toMatchObject({ prefer: 'unusable' })
    expect(choice('0')).toMatchObject({ prefer: 'unusable' })
    const strict = criterion({ tie: false, bothUnusable: false, strengths: ['Better'] })
    expect(optionsOf(strict)).toEqual([
      { prefer: 'a', strength: 1 },
      { prefer: 'b', strength: 1 },
    ])
    for (const key of ['t', 'u', '0', '3', '9']) expect(press(key, strict)).toEqual({ value: emptyContent })
    expect(press('q')).toBeNull()
  })

  test('every answer of the line is a valid rating; erase takes it back', () => {
    const context = { slotCount: 2, criteria: [], rubric: null, omitted: [], find: () => undefined }
    for (const key of '123456789') {
      const pressed = press(key)
      expect(pressed?.done).toBe(true)
      expect(preferenceRule.problem(criterion(), 0, pressed?.value.ratings[0], context)).toBeNull()
      expect(press('erase', criterion(), pressed?.value)?.value).toEqual(emptyContent)
    }
  })
})
