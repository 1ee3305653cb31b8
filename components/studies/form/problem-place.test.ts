import { expect, test } from 'vitest'
import { problemPlace } from './problem-place'

test('a problem inside of a criterion is told with the criterion and the part of it', () => {
  const place = (inside: string) => problemPlace(`protocol.criteria.2.${inside}`)
  expect(place('categories.1.label')).toEqual({ criterion: 2, part: { key: 'criteria.spans.category', number: 2 } })
  expect(place('strengths.0')).toEqual({ criterion: 2, part: { key: 'criteria.preference.strength', number: 1 } })
  expect(place('points.points.4.text')).toEqual({ criterion: 2, part: { key: 'criteria.checklist.point', number: 5 } })
  expect(place('max')).toEqual({ criterion: 2, part: { key: 'scale.max', number: 0 } })
  // About the list itself.
  expect(place('points.points')).toEqual({ criterion: 2, part: null })
  expect(place('label')).toEqual({ criterion: 2, part: null })
})

test('what is about all criteria, or elsewhere, is told with its section', () => {
  expect(problemPlace('protocol.criteria')).toBeNull()
  expect(problemPlace('protocol.overlap.share')).toBeNull()
})
