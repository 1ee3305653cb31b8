import { expect, it } from 'vitest'
import { criterionSchema } from '../../criteria/schema'
import { responseScales } from './response-scales'

it('leaves out what is said of a whole item, wherever it stands', () => {
  const scale = { kind: 'scale', label: 'Score', min: 0, max: 3, step: 1, anchors: [] }
  const criteria = [
    { ...scale, id: 'difficulty', scope: 'item' },
    { ...scale, id: 'overall', scope: 'response' },
    { kind: 'comment', id: 'comment', label: 'Comment', scope: 'response', required: { when: 'never' } },
    { ...scale, id: 'meaning', scope: 'response' },
  ].map(criterion => criterionSchema.parse(criterion))
  expect(responseScales({ criteria }).map(({ id }) => id)).toEqual(['overall', 'meaning'])
  expect(responseScales({ criteria: criteria.slice(0, 1) })).toEqual([])
})
