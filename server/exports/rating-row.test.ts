import { expect, it } from 'vitest'
import { criterionSchema } from '../../criteria/schema'
import { type RatingRow, ratingCells, ratingHeader, ratingObject } from './rating-row'

const scale = criterionSchema.parse({
  kind: 'scale',
  id: 'overall',
  label: 'Overall',
  scope: 'response',
  min: 1,
  max: 5,
  step: 0.5,
  anchors: [],
})
const criteria = new Map([[scale.id, scale]])
const row = (changes: Partial<RatingRow>): RatingRow => ({
  item: 'i1',
  language: 'en',
  sourceLanguage: null,
  category: null,
  purpose: 'STUDY',
  occasion: 'FIRST',
  annotator: 'p',
  model: 'm',
  sample: 0,
  modelA: null,
  modelB: null,
  slot: 1,
  criterion: 'overall',
  value: null,
  firstValue: null,
  text: null,
  choice: null,
  cannotJudge: null,
  submittedAt: new Date(0),
  activeMs: 5,
  revision: 1,
  excluded: null,
  origin: 'LIVE',
  ...changes,
})
const filled = (changes: Partial<RatingRow>) => {
  const cells = ratingCells('s', row(changes), criteria)
  expect(cells).toHaveLength(ratingHeader.length)
  return Object.fromEntries(ratingHeader.flatMap((name, index) => (cells[index] ? [[name, cells[index]]] : [])))
}

it('writes values in the unit of their scale, and runs nothing as a formula', () => {
  expect(filled({ value: 3, firstValue: 2, model: '=evil()' })).toMatchObject({
    value: '2.5',
    first_value: '2.0',
    kind: 'scale',
    slot: 'A',
    model: "'=evil()",
  })
  expect(ratingObject('s', row({ value: 3 }), criteria).value).toBe(2.5)
})

it('writes choices in columns that can be read', () => {
  expect(filled({ choice: { kind: 'preference', prefer: 'b', strength: 2 }, modelA: 'm', modelB: 'n' })).toMatchObject({
    winner: 'model_b',
    strength: '2',
    model_a: 'm',
    model_b: 'n',
  })
  expect(filled({ choice: { kind: 'choice', labels: ['wrong', 'unsafe'] } })).toMatchObject({ labels: 'wrong|unsafe' })
  const points = { p1: { earned: 150, reason: 'Half.' }, p2: { earned: 0 } }
  expect(filled({ choice: { kind: 'checklist', rubric: 1, points } })).toMatchObject({
    points: '{"p1":1.5,"p2":0}',
    reasons: '{"p1":"Half."}',
  })
  const span = { part: 'response', turn: 0, start: 1, end: 2, category: 'c', severity: 'x' }
  expect(filled({ choice: { kind: 'spans', spans: [span] } })).toMatchObject({ spans: JSON.stringify([span]) })
})
