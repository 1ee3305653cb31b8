import { describe, expect, it } from 'vitest'
import { criterionSchema } from '../../../criteria/schema'
import { gwetCoefficient } from '../../statistics/agreement/gwet-coefficient'
import { mulberry32 } from '../../statistics/random/mulberry32'
import { type AgreementRow, agreementUnits } from './agreement-units'
import { criterionAgreement, metricOf } from './criterion-agreement'

const scale = (max: number) =>
  criterionSchema.parse({
    kind: 'scale',
    id: 'score',
    label: 'Score',
    scope: 'item',
    min: 0,
    max,
    step: 1,
    anchors: [],
  })
const preference = criterionSchema.parse({
  kind: 'preference',
  id: 'better',
  label: 'Better',
  scope: 'item',
  strengths: ['Better'],
  tie: true,
  bothUnusable: true,
})

const row = (changes: Partial<AgreementRow>): AgreementRow => ({
  item: 'i',
  annotator: 'r1',
  origin: 'RECORDED',
  responseId: null,
  slots: [],
  value: null,
  choice: null,
  ...changes,
})
const vote = (annotator: string, slots: string[], prefer: string, origin: AgreementRow['origin'] = 'LIVE') =>
  row({ annotator, slots, origin, choice: { kind: 'preference', prefer, strength: null } })

describe('agreementUnits', () => {
  it('counts the same preference as the same, whichever slot it was in', () => {
    const { annotators, units } = agreementUnits([
      vote('r1', ['x', 'y'], 'a'),
      vote('r2', ['y', 'x'], 'b'),
      vote('r3', ['y', 'x'], 'a'),
      vote('r4', ['y', 'x'], 'tie'),
    ])
    expect(annotators).toEqual(['r1', 'r2', 'r3', 'r4'])
    const [[first, second, third, fourth]] = units as [[number, number, number, number]]
    expect(first).toBe(second)
    expect(new Set([first, third, fourth]).size).toBe(3)
  })

  it('keeps units that two people judged, one for each response or point', () => {
    const { units } = agreementUnits([
      row({ responseId: 'x', value: 3 }),
      row({ responseId: 'x', value: 4, annotator: 'r2' }),
      row({ responseId: 'y', value: 4 }),
    ])
    expect(units).toEqual([[3, 4]])
    const points = (annotator: string, earned: number) =>
      row({
        annotator,
        responseId: 'x',
        choice: { kind: 'checklist', rubric: 1, points: { a: { earned }, b: { earned: 50 } } },
      })
    expect(agreementUnits([points('r1', 100), points('r2', 0)]).units).toEqual([
      [100, 0],
      [50, 50],
    ])
  })
})

describe('criterionAgreement', () => {
  // Shrout & Fleiss (1979), Psychological Bulletin 86, table 2: six targets, four judges.
  const judges = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ]

  it('gives the published intraclass correlations of a complete table, and none of another', () => {
    const complete = { annotators: ['1', '2', '3', '4'], units: judges }
    const { intraclass, fleiss } = criterionAgreement(scale(10), complete, mulberry32(1))
    expect(intraclass?.one.value).toBeCloseTo(0.29, 2)
    expect(intraclass?.mean.value).toBeCloseTo(0.62, 2)
    expect(fleiss).toBeNull()
    const [first = [], ...rest] = judges
    const holed = { ...complete, units: [[null, ...first.slice(1)], ...rest] }
    expect(criterionAgreement(scale(10), holed, mulberry32(1)).intraclass).toBeNull()
  })

  it('takes who judged for varying where not everybody judged everything', () => {
    // The same table, each row by other people of eight.
    const units = judges.map((row, index) =>
      index % 2 === 0 ? [...row, null, null, null, null] : [null, null, null, null, ...row],
    )
    const annotators = Array.from({ length: 8 }, (_, index) => `${index + 1}`)
    const { intraclass } = criterionAgreement(scale(10), { annotators, units }, mulberry32(1))
    expect(intraclass?.kind).toBe(1)
    expect(intraclass?.one.value).toBeCloseTo(0.17, 2)
    expect(intraclass?.mean.value).toBeCloseTo(0.44, 2)
  })

  it('has the companions of the coefficient, over the declared values', () => {
    const units = [
      [3, 3],
      [0, 1],
      [2, 2],
    ]
    const found = criterionAgreement(scale(3), { annotators: ['1', '2'], units }, mulberry32(1))
    expect(found.withinOne?.value).toBe(1)
    expect(found.gwet).toEqual(gwetCoefficient(units, [0, 1, 2, 3], 'ordinal'))
    // A vote that the criterion has no longer.
    const votes = {
      annotators: ['1', '2'],
      units: [
        [0, 4],
        [1, 1],
      ],
    }
    expect(criterionAgreement(preference, votes, mulberry32(1)).gwet?.value).not.toBeNull()
  })

  it('says why nothing can be said', () => {
    const none = criterionAgreement(preference, { annotators: [], units: [] }, mulberry32(1))
    expect(none.alpha).toMatchObject({ value: null, reason: expect.any(String) })
    const same = criterionAgreement(preference, { annotators: ['1', '2'], units: [[0, 0]] }, mulberry32(1))
    expect(same.kappas[0]?.kappa).toMatchObject({ value: null, reason: 'no-variation' })
  })

  it('takes few values for ranks, many for distances, labels for neither', () => {
    expect([scale(3), scale(10), preference].map(metricOf)).toEqual(['ordinal', 'interval', 'nominal'])
  })
})
