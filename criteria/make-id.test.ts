import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criterionIdSchema } from './base-schema'
import { makeId, relabel } from './make-id'

describe('ids of labels', () => {
  it('can be read, and are free', () => {
    expect(makeId('Failure tags', new Set(), 'choice')).toBe('failure-tags')
    expect(makeId('Failure tags', new Set(['failure-tags']), 'choice')).toBe('failure-tags-2')
    expect(makeId('翻译质量', new Set(), 'scale')).toBe('scale-1')
    expect(makeId('10 %', new Set(['scale-1']), 'scale')).toBe('scale-2')
  })

  it('are ids whatever the label is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.string()), (label, taken) => {
        const id = makeId(label, new Set(taken), 'choice')
        expect(criterionIdSchema.safeParse(id).success).toBe(true)
        expect(taken.includes(id)).toBe(false)
      }),
    )
  })

  it('follow the label until they are saved', () => {
    const parts = [
      { id: 'saved', label: 'Saved' },
      { id: 'new', label: 'New' },
    ]
    const kept = new Set(['saved'])
    expect(relabel(parts, 0, 'Renamed', kept, 'label')[0]?.id).toBe('saved')
    expect(relabel(parts, 1, 'Renamed', kept, 'label')[1]?.id).toBe('renamed')
    expect(relabel(parts, 1, 'Saved', kept, 'label')[1]?.id).toBe('saved-2')
  })
})
