import { describe, expect, it } from 'vitest'
import { presetProtocol } from '../studies/presets'
import { protocolSchema } from '../studies/schema'
import { refusalText } from './refusal-text'
import { textTable } from './text-table'
import { withScale } from './with-scale'

describe('withScale', () => {
  const scaleOf = (changes: Parameters<typeof withScale>[1]) => {
    const protocol = protocolSchema.parse(withScale(presetProtocol('general-chat'), changes))
    return { protocol, scale: protocol.criteria.find(criterion => criterion.kind === 'scale') }
  }

  it('keeps the anchors on a finer step', () => {
    expect(scaleOf({ step: 0.1 }).scale).toMatchObject({ step: 0.1, anchors: expect.objectContaining({ length: 11 }) })
  })

  it('drops what spoke of another range', () => {
    const { protocol, scale } = scaleOf({ min: 0, max: 3 })
    expect(scale?.anchors).toEqual([])
    const comment = protocol.criteria.find(criterion => criterion.kind === 'comment')
    expect(comment?.required).toEqual({ when: 'never' })
  })
})

describe('textTable', () => {
  it('pads by what a terminal shows: wide characters take two cells', () => {
    expect(
      textTable(
        ['a', 'n'],
        [
          ['中文', '1'],
          ['x', '10'],
        ],
        [1],
      ).split('\n'),
    ).toEqual(['a      n', '────  ──', '中文   1', 'x     10'])
  })

  it('lets no control character through', () => {
    expect(textTable(['a'], [['\u001b[31mred']])).not.toContain('\u001b')
  })
})

describe('refusalText', () => {
  it('says what is wrong, where, and what to do', () => {
    const problems = [{ line: 3, field: 'score', value: '11', message: 'Off the scale.', fix: 'Correct it.' }]
    expect(refusalText({ message: 'Nothing was imported.', detail: { problems } })).toBe(
      'assay: Nothing was imported.\n  line 3, score "11": Off the scale. Correct it.',
    )
  })
})
