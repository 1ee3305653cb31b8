import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlindedAssignmentData } from '../../server/blinding/schema'
import { emptyContent } from '../ratings'
import { choiceKeys, letterOf } from './keys'
import { labelsOf, withLabel } from './labels'
import type { ChoiceCriterion } from './schema'

const options = ['a', 'b', 'c'].map(id => ({ id, label: id.toUpperCase(), help: '' }))
const tags: ChoiceCriterion = {
  kind: 'choice',
  id: 'tags',
  label: 'Tags',
  help: '',
  asked: 1,
  scope: 'response',
  options,
  many: true,
  mandatory: false,
}
const one = { ...tags, many: false, mandatory: true }
const press = (key: string, criterion = tags) =>
  choiceKeys.press(key, {
    criterion,
    slot: 1,
    slotCount: 2,
    content: {} as BlindedAssignmentData,
    value: emptyContent,
    typed: null,
  })

describe('labels', () => {
  it('are stored in the order of the criterion, whatever the order of the presses', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }), presses => {
        const content = presses.reduce((before, label) => withLabel(before, tags, 1, label), emptyContent)
        const odd = ['a', 'b', 'c'].filter(label => presses.filter(other => other === label).length % 2 === 1)
        expect(labelsOf(content, tags, 1)).toEqual(odd)
        expect(content.ratings).toHaveLength(odd.length === 0 ? 0 : 1)
      }),
    )
  })

  it('replace each other where only one may stand', () => {
    const content = withLabel(withLabel(emptyContent, one, 1, 'a'), one, 1, 'c')
    expect(labelsOf(content, one, 1)).toEqual(['c'])
    expect(withLabel(content, one, 1, 'c')).toEqual(emptyContent)
    expect(labelsOf(content, one, 2)).toEqual([])
  })
})

describe('keys of labels', () => {
  it('are a letter or a number each', () => {
    const second = letterOf(1) ?? ''
    for (const key of ['2', second])
      expect(press(key)?.change?.(emptyContent)).toEqual(withLabel(emptyContent, tags, 1, 'b'))
    expect(press('9')).toBeNull()
    expect(press('0')).toBeNull()
    expect(press('.')).toBeNull()
  })

  it('are done with one label, and open for more where there may be more', () => {
    expect(press('1', one)?.done).toBe(true)
    expect(press('1')).toMatchObject({ typed: '' })
  })

  it('leave the page its own letters', () => {
    const letters = Array.from({ length: 20 }, (_, index) => letterOf(index)).filter(letter => letter !== null)
    expect(new Set(letters).size).toBe(letters.length)
    expect(letters.filter(letter => 'jkncxsfgzrepq'.includes(letter))).toEqual([])
  })
})
