import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cannotJudgeReason, emptyContent, findRating, withCannotJudge, withText, withValue } from '@/criteria/ratings'
import { formatSteps, stepCount } from '@/criteria/scale/steps'
import { typeCharacter } from '@/criteria/scale/typed-score'
import { roundsOf } from '@/server/items/conversation'
import { presetProtocol } from '@/server/studies/presets'
import { idleMs, isActive, noteActivity, noteVisibility, readActiveMs, startActiveTime } from './active-time'
import { meaningOf, scoreCharacter } from './keys'
import { sameContent } from './same-content'

const ten = { min: 0, max: 10, step: 1 }
const type = (text: string, scale = ten) => {
  let typed = ''
  let entry = null
  for (const character of text) {
    entry = typeCharacter(typed, character, scale)
    if (!entry) return null
    typed = entry.typed
  }
  return entry
}

describe('typing a score', () => {
  it('shows the value of what has been typed so far', () => {
    expect(type('1')).toEqual({ typed: '1', value: 1, complete: false })
    expect(type('10')).toEqual({ typed: '10', value: 10, complete: true })
    expect(type('7')).toEqual({ typed: '7', value: 7, complete: true })
    expect(type('12')).toBeNull()
    expect(type('7.5')).toBeNull()
  })

  it('takes decimals and minus where the scale has them', () => {
    const fine = { min: 0, max: 10, step: 0.5 }
    expect(type('7.5', fine)).toEqual({ typed: '7.5', value: 15, complete: true })
    expect(type('7.', fine)).toEqual({ typed: '7.', value: null, complete: false })
    expect(type('7', fine)).toMatchObject({ value: 14, complete: false })
    expect(type('10', fine)).toMatchObject({ value: 20, complete: true })
    expect(type('-2', { min: -3, max: 3, step: 1 })).toMatchObject({ value: 1, complete: true })
  })

  it('can write every score of every scale', () => {
    const scales = fc
      .record({
        min: fc.integer({ min: -20, max: 20 }),
        range: fc.integer({ min: 1, max: 100 }),
        step: fc.constantFrom(1, 0.5, 0.2, 0.1),
      })
      .map(({ min, range, step }) => ({ min, max: min + range, step }))
    fc.assert(
      fc.property(scales, fc.nat(), (scale, at) => {
        const steps = at % (stepCount(scale) + 1)
        expect(type(formatSteps(steps, scale), scale)?.value).toBe(steps)
      }),
    )
  })

  it('knows the digits of other scripts', () => {
    expect(['٧', '۷', '७', '７'].map(scoreCharacter)).toEqual(['7', '7', '7', '7'])
    expect(scoreCharacter('a')).toBeNull()
  })
})

describe('keys', () => {
  const press = (key: string, more = {}) =>
    meaningOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }, false)

  it('mean the same on keyboards without Latin letters', () => {
    expect(press('j')).toEqual({ command: 'next' })
    expect(press('о', { code: 'KeyJ' })).toEqual({ command: 'next' })
    expect(press('ت', { code: 'KeyJ' })).toEqual({ command: 'next' })
  })

  it('leave the browser its own', () => {
    expect(press('r', { ctrlKey: true })).toBeNull()
    expect(press('f', { metaKey: true })).toBeNull()
    expect(press('Tab')).toBeNull()
    expect(press('Enter', { metaKey: true })).toEqual({ command: 'submit' })
  })
})

describe('active time', () => {
  it('starts at display, stops when hidden, and drops what is idle beyond a minute', () => {
    let time = startActiveTime(5_000, 0, true)
    expect(readActiveMs(time, 10_000)).toBe(15_000)
    time = noteActivity(time, 10_000)
    time = noteActivity(time, 10 * idleMs)
    expect(readActiveMs(time, 10 * idleMs)).toBe(15_000 + idleMs)
    time = noteVisibility(time, false, 10 * idleMs + 1_000)
    time = noteActivity(time, 20 * idleMs)
    expect(readActiveMs(time, 30 * idleMs)).toBe(16_000 + idleMs)
    expect(isActive(time, 30 * idleMs)).toBe(false)
  })

  it('never runs backwards and never faster than the clock', () => {
    const events = fc.array(fc.tuple(fc.nat({ max: 200_000 }), fc.constantFrom('act', 'hide', 'show')), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(events, list => {
        let at = 0
        let time = startActiveTime(0, 0, true)
        let last = 0
        for (const [wait, kind] of list) {
          at += wait
          time = kind === 'act' ? noteActivity(time, at) : noteVisibility(time, kind === 'show', at)
          const now = readActiveMs(time, at)
          expect(now).toBeGreaterThanOrEqual(last)
          expect(now).toBeLessThanOrEqual(at)
          last = now
        }
      }),
    )
  })
})

describe('rounds of a conversation', () => {
  const user = (text: string) => ({ role: 'user' as const, text })
  const assistant = (text: string) => ({ role: 'assistant' as const, text })

  it('puts each turn under the words that it answers', () => {
    const system = { role: 'system' as const, text: 's' }
    expect(roundsOf([system, user('a'), user('b')], 2)).toEqual([
      { messages: [system, user('a')], turn: 0 },
      { messages: [user('b')], turn: 1 },
    ])
    expect(roundsOf([user('a'), assistant('x'), user('b')], 1)).toEqual([
      { messages: [user('a'), assistant('x'), user('b')], turn: 0 },
    ])
  })

  it('shows every message and every turn exactly once', () => {
    const message = fc.record({ role: fc.constantFrom('system', 'user', 'assistant'), text: fc.string() })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 12 }), fc.nat({ max: 6 }), (messages, turnCount) => {
        const rounds = roundsOf(messages, turnCount)
        expect(rounds.flatMap(round => round.messages)).toEqual(messages)
        expect(rounds.flatMap(round => round.turn ?? []).sort()).toEqual(
          Array.from({ length: turnCount }, (_, at) => at),
        )
      }),
    )
  })
})

describe('ratings', () => {
  const { criteria } = presetProtocol('general-chat')

  it('are replaced, not added', () => {
    const once = withValue(emptyContent, 'score', 1, 7)
    expect(withValue(once, 'score', 1, 8).ratings).toEqual([{ criterion: 'score', slot: 1, value: 8 }])
    expect(withValue(once, 'score', 1, null)).toEqual(emptyContent)
    expect(withText(once, 'comment', 1, '')).toEqual(once)
    expect(findRating(once, 'score', 2)).toBeUndefined()
  })

  it('have no score where nothing can be judged', () => {
    const content = withCannotJudge(withValue(emptyContent, 'score', 2, 7), criteria, 2, 'cut off')
    expect(content.ratings).toEqual([{ criterion: 'score', slot: 2, cannotJudge: 'cut off' }])
    expect(cannotJudgeReason(content, criteria, 2)).toBe('cut off')
    expect(withCannotJudge(content, criteria, 2, null)).toEqual(emptyContent)
  })

  it('are compared without regard to order', () => {
    const a = withText(withValue(emptyContent, 'score', 1, 7), 'comment', 1, 'good')
    expect(sameContent(a, { ratings: a.ratings.toReversed() })).toBe(true)
    expect(sameContent(a, withValue(a, 'score', 1, 6))).toBe(false)
  })
})
