import { describe, expect, test } from 'vitest'
import type { Rating } from '../../criteria/schema'
import { presetProtocol } from '../studies/presets'
import { storedRatings, validateJudgment } from './validate-judgment'

const { criteria } = presetProtocol('general-chat')
const score = (slot: number, value: number): Rating => ({ criterion: 'score', slot, value })
const problems = (...ratings: Rating[]) =>
  validateJudgment({ criteria, slotCount: 2, rubric: null, omitted: [] }, { ratings }).map(
    ({ slot, problem }) => `${slot} ${problem}`,
  )

describe('a judgment', () => {
  test('is complete when every response has a score', () => {
    expect(problems(score(1, 10), score(2, 4))).toEqual([])
    expect(problems(score(1, 10))).toEqual(['2 missing'])
    expect(problems()).toEqual(['1 missing', '2 missing'])
  })

  test('needs a comment at or below the threshold, and white space is none', () => {
    expect(problems(score(1, 10), score(2, 3))).toEqual(['2 comment-required'])
    expect(problems(score(1, 10), score(2, 3), { criterion: 'comment', slot: 2, text: '  ' })).toEqual([
      '2 comment-required',
    ])
    expect(problems(score(1, 10), score(2, 3), { criterion: 'comment', slot: 2, text: 'wrong sum' })).toEqual([])
  })

  test('may say of a response that it cannot be judged, with a reason', () => {
    expect(problems(score(1, 10), { criterion: 'score', slot: 2, cannotJudge: 'not my field' })).toEqual([])
    expect(problems(score(1, 10), { criterion: 'score', slot: 2, cannotJudge: ' ' })).toEqual(['2 missing'])
  })

  test('is refused off the scale, for slots and criteria that are not there, and twice', () => {
    expect(problems(score(1, 11), score(2, 4))).toEqual(['1 off-scale'])
    expect(problems(score(1, 1), score(2, 4), score(3, 4))).toContain('3 unknown')
    expect(problems(score(1, 5), score(2, 4), { criterion: 'other', slot: 1, value: 1 })).toEqual(['1 unknown'])
    expect(problems(score(1, 5), score(1, 6), score(2, 4))).toEqual(['1 twice'])
    expect(problems({ criterion: 'score', slot: 1, text: 'good' }, score(2, 4))).toEqual(['1 wrong-kind'])
  })

  test('is stored without empty comments', () => {
    expect(storedRatings({ ratings: [score(1, 5), { criterion: 'comment', slot: 1, text: ' ' }] })).toEqual([
      score(1, 5),
    ])
  })
})
