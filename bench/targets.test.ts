import { expect, it } from 'vitest'
import { judgeTargets } from './targets.mjs'

const verdicts = (results: object) =>
  Object.fromEntries(judgeTargets(results).map(target => [target.text, [target.value, target.met]]))

it('judges the median of the rounds, against a most or a least', () => {
  const start = (ours: number, floor: number, large: number) => ({
    small: { ms: ours },
    minimal: { ms: floor },
    large: { ms: large },
  })
  expect(verdicts({ start: [start(300, 100, 330), start(3000, 600, 3000), start(500, 100, 900)] })).toEqual({
    'start-up, to the minimal Next app': [5, false],
    'start-up, large study to small': [1.1, true],
  })
})

it('leaves a target open when nothing was measured', () => {
  expect(verdicts({ page: { kilobytes: null } })).toEqual({
    "first-load JavaScript of the annotator's page": [null, null],
  })
  expect(verdicts({ page: null, import: undefined })).toEqual({})
})

it('counts acknowledged judgments that are not stored over all rounds and both studies', () => {
  const round = (stored: number) => ({
    levels: { small: {}, large: {}, minimal: {}, insert: {} },
    memory: {},
    stored: { acknowledged: 100, stored },
    storedLarge: { acknowledged: 50, stored: 50 },
  })
  const found = verdicts({ submit: [round(100), round(99)] })
  expect(found['acknowledged judgments that are not stored']).toEqual([1, false])
  expect(found.errors).toEqual([0, true])
})
