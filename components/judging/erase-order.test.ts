import { describe, expect, it } from 'vitest'
import { withRating } from '@/criteria/ratings'
import { presetProtocol } from '@/server/studies/presets'
import { eraseOrder, noteEntered } from './erase-order'

const questions = presetProtocol('preference').criteria.filter(criterion => criterion.kind === 'preference')
const targets = questions.map(criterion => ({ criterion, slot: 0 }))
const tie = { choice: { kind: 'preference' as const, prefer: 'tie' as const, strength: null } }
const empty = { ratings: [] }

/** What is asked first, after these were entered one after the other; a minus takes one out. */
function orderAfter(opened: typeof empty, ...steps: string[]) {
  let value: Parameters<typeof noteEntered>[1] = opened
  let order: string[] = []
  for (const step of steps) {
    const isErased = step.startsWith('-')
    const next = withRating(value, isErased ? step.slice(1) : step, 0, isErased ? null : tie)
    order = noteEntered(order, value, next)
    value = next
  }
  return eraseOrder(targets, order).map(({ criterion }) => criterion.id)
}

describe('the order in which Backspace takes out', () => {
  const all = questions.map(({ id }) => id)
  const [first = '', second = '', third = '', fourth = ''] = all

  it('is that of entry, backwards', () => {
    expect(orderAfter(empty, ...all)).toEqual([fourth, third, second, first])
    expect(orderAfter(empty, fourth, first, third, second)).toEqual([second, third, first, fourth])
  })

  it('goes on to the one before when one has been taken out', () => {
    expect(orderAfter(empty, ...all, `-${fourth}`)[0]).toBe(third)
    expect(orderAfter(empty, first, second, `-${second}`, third)[0]).toBe(third)
  })

  it('takes what was changed again as the latest', () => {
    const before = withRating(withRating(empty, first, 0, tie), second, 0, tie)
    const changed = withRating(before, first, 0, { choice: { ...tie.choice, prefer: 'unusable' } })
    expect(noteEntered(noteEntered([], empty, before), before, changed)).toEqual([`${second} 0`, `${first} 0`])
  })

  it('is from the end for what was there when the page opened', () => {
    expect(orderAfter(empty)).toEqual([fourth, third, second, first])
    expect(eraseOrder(targets, [`${second} 0`]).map(({ criterion }) => criterion.id)).toEqual([
      second,
      fourth,
      third,
      first,
    ])
  })
})
