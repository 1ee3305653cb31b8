import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rubric } from '../../../criteria/checklist/schema'
import { type Criterion, criterionSchema } from '../../../criteria/schema'
import type { RecordedProblem } from '../schema'
import { fileKind } from './file-kind'
import { groupJudgments, recordedHash, recordedKey } from './group-judgments'
import { readStatements } from './read-statements'
import { readRecordedFile } from './recorded-file'
import { neededStep, settleScales } from './settle-scales'

const criteria: Criterion[] = [
  { kind: 'scale', id: 'overall', label: 'Overall', scope: 'response', min: 0, max: 10, step: 1, anchors: [] },
  { kind: 'scale', id: 'whole', label: 'Whole', scope: 'item', min: 1, max: 5, step: 1, anchors: [] },
  { kind: 'comment', id: 'comment', label: 'Comment', scope: 'response', required: { when: 'never' } },
  {
    kind: 'preference',
    id: 'safety',
    label: 'Safety',
    scope: 'item',
    strengths: ['Better'],
    tie: false,
    bothUnusable: false,
    asked: 0.25,
  },
  {
    kind: 'preference',
    id: 'better',
    label: 'Better',
    scope: 'item',
    strengths: ['Slightly better', 'Much better'],
    tie: true,
    bothUnusable: true,
    asked: 1,
  },
  { kind: 'ranking', id: 'rank', label: 'Rank', scope: 'response', ties: true },
  { kind: 'checklist', id: 'points', label: 'Points', scope: 'response', points: { from: 'item' } },
  {
    kind: 'choice',
    id: 'tags',
    label: 'Tags',
    scope: 'response',
    options: [
      { id: 'wrong', label: 'Wrong' },
      { id: 'unsafe', label: 'Unsafe' },
    ],
    many: true,
    mandatory: false,
  },
  {
    kind: 'spans',
    id: 'errors',
    label: 'Errors',
    scope: 'response',
    source: false,
    categories: [{ id: 'omission', label: 'Omission' }],
    severities: [
      { id: 'minor', label: 'Minor', weight: 1 },
      { id: 'major', label: 'Major', weight: 5 },
    ],
  },
].map(criterion => criterionSchema.parse(criterion))

const rubric: Rubric = {
  version: 3,
  points: [
    { id: 'p1', text: 'Names it.', maximum: 2, grading: 'points', weight: null },
    { id: 'p2', text: 'Proves it.', maximum: 1, grading: 'partly', weight: null },
  ],
}

function read(text: string, format: 'csv' | 'jsonl' = 'csv') {
  const { rows, problems: unreadable } = readRecordedFile(text, format)
  const late: RecordedProblem[] = []
  const known = { criteria, rubricOf: () => rubric, turnsOf: () => ['0123456789'] }
  const { statements, items, problems } = readStatements(rows, fileKind(rows) ?? 'scores', known)
  const settled = settleScales(statements, new Map())
  const refuse = (line: number, field: string, value: unknown, message: string, fix: string) => {
    late.push({ line, field, value: String(value), message, fix })
    return null
  }
  const grouped = groupJudgments(settled.statements, { ...known, refuse })
  const all = [...unreadable, ...problems, ...settled.problems, ...grouped.problems, ...late]
  return { ...grouped, items, problems: all.map(({ line, field }) => `${line} ${field}`), all }
}
const ratingsOf = (text: string, format: 'csv' | 'jsonl' = 'csv') => {
  const { judgments, all } = read(text, format)
  expect(all).toEqual([])
  return judgments.map(judgment => judgment.ratings)
}

describe('scores', () => {
  it('belong to the criterion that is named, or to the overall one; comments stand beside', () => {
    expect(ratingsOf('item,model,score,comment\nm1,A,8,Good.\n')).toEqual([
      [
        { criterion: 'overall', ref: { model: 'A', sample: 0 }, value: 8 },
        { criterion: 'comment', ref: { model: 'A', sample: 0 }, text: 'Good.' },
      ],
    ])
    expect(ratingsOf('item,rater,criterion,value\nm1,r1,Whole,5\n')).toEqual([
      [{ criterion: 'whole', ref: null, value: 4 }],
    ])
  })

  it.each([
    ['item,model,score\nm1,A,x\n', '2 score'],
    ['item,model,score\nm1,A,11\n', '2 score'],
    ['item,model,criterion,score\nm1,A,nothing,1\n', '2 criterion'],
    ['item,model,criterion,score\nm1,A,rank,1\n', '2 criterion'],
    ['item,criterion,score\nm1,overall,1\n', '2 model'],
    ['item,model,criterion,score\nm1,A,whole,1\n', '2 model'],
    ['item,model,score\n,A,1\n', '2 item'],
    ['item,model,score,language\nm1,A,1,en\nm1,B,1,zh\n', '3 language'],
    ['item,model,score\nm1,A,1\nm1,A,2\n', '3 score'],
  ])('%j is refused', (text, problem) => {
    expect(read(text).problems).toContain(problem)
  })

  it('that are repeated count once, blanks are missing, nine responses are too many', () => {
    expect(read('item,model,score\nm1,A,1\nm1,A,1\nm1,B,\n')).toMatchObject({ repeatedRows: 1, blankScores: 1 })
    const nine = Array.from({ length: 9 }, (_, index) => `m1,M${index},1\n`).join('')
    expect(read(`item,model,score\n${nine}`).problems).toEqual(['10 model'])
  })

  it('say which step they need', () => {
    const scale = { min: 0, max: 10, step: 1 }
    expect([[8, 8.5], [8.2], [8.7, 8.2], [8.25]].map(scores => neededStep(scores, scale))).toEqual([
      0.5,
      0.2,
      0.1,
      null,
    ])
  })
})

describe('pairs', () => {
  const winner = (text: string) => ratingsOf(text).flat()[0]?.choice

  it.each([
    ['model_a', { prefer: 'a', strength: 1 }],
    ['B', { prefer: 'b', strength: 1 }],
    ['Y', { prefer: 'b', strength: 1 }],
    ['Tie', { prefer: 'tie', strength: null }],
    ['tie (bothbad)', { prefer: 'unusable', strength: null }],
    ['both_bad', { prefer: 'unusable', strength: null }],
  ])('%s', (said, choice) => {
    expect(winner(`item,model_a,model_b,winner\nm1,X,Y,${said}\n`)).toEqual({ kind: 'preference', ...choice })
  })

  it('have strengths by number or name; each criterion is a rating of the same judgment', () => {
    expect(winner('item,model_a,model_b,winner,strength\nm1,X,Y,a,2\n')).toMatchObject({ strength: 2 })
    expect(winner('item,model_a,model_b,winner,strength\nm1,X,Y,a,much better\n')).toMatchObject({ strength: 2 })
    const two = read('item,model_a,model_b,criterion,winner\nm1,X,Y,better,a\nm1,X,Y,safety,b\n')
    expect(two.judgments.map(judgment => judgment.ratings.map(rating => rating.criterion))).toEqual([
      ['better', 'safety'],
    ])
  })

  it('are the same the other way round, and another judgment for other samples', () => {
    const { judgments, repeatedRows } = read('item,model_a,model_b,winner\nm1,X,Y,a\nm1,Y,X,b\n')
    expect([judgments.length, repeatedRows]).toEqual([1, 1])
    expect(read('item,model_a,model_b,winner\nm1,X,Y,a\nm1,Y,X,a\n').problems).toEqual(['3 '])
    expect(read('item,model_a,sample_a,model_b,sample_b,winner\nm1,X,0,X,1,a\nm1,X,0,X,2,a\n').judgments).toHaveLength(
      2,
    )
  })

  it.each([
    ['m1,X,X,a,', '2 model_b'],
    ['m1,X,,a,', '2 model_b'],
    ['m1,X,Y,c,', '2 winner'],
    ['m1,X,Y,a,3', '2 strength'],
  ])('%s is refused', (row, problem) => {
    expect(read(`item,model_a,model_b,winner,strength\n${row}\n`).problems).toEqual([problem])
  })

  it('without a tie refuse one', () => {
    expect(read('item,model_a,model_b,criterion,winner\nm1,X,Y,safety,tie\n').problems).toEqual(['2 winner'])
  })
})

describe('rankings', () => {
  const ranks = (text: string, format: 'csv' | 'jsonl' = 'csv') =>
    ratingsOf(text, format)
      .flat()
      .map(({ ref, value }) => `${ref?.model}${value}`)
      .sort()

  it('of ranks become dense', () => {
    expect(ranks('item,model,rank\nm1,A,1\nm1,B,2\nm1,C,2\nm1,D,4\n')).toEqual(['A1', 'B2', 'C2', 'D3'])
  })

  it('may stand in one order with ties', () => {
    expect(ranks('item,ranking\nm1,A > B = C > D\n')).toEqual(['A1', 'B2', 'C2', 'D3'])
    expect(ranks('{"item": "m1", "ranking": ["A", ["B", {"model": "C"}]]}', 'jsonl')).toEqual(['A1', 'B2', 'C2'])
    expect(read('item,ranking\nm1,A > A\n').problems).toEqual(['2 ranking'])
    expect(read('item,model,rank\nm1,A,best\n').problems).toEqual(['2 rank'])
  })
})

describe('checklists', () => {
  it('take points by id, text or number, in points or in words', () => {
    const [rating] = ratingsOf('item,model,point,earned,grade,reason\nm1,A,p1,1.5,,No proof.\nm1,A,2,,partly,\n').flat()
    expect(rating?.choice).toEqual({
      kind: 'checklist',
      rubric: 3,
      points: { p1: { earned: 150, reason: 'No proof.' }, p2: { earned: 50 } },
    })
    const json = '{"item": "m1", "model": "A", "points": {"p1": 1.5, "Proves it.": {"grade": "met", "reason": "Yes."}}}'
    expect(ratingsOf(json, 'jsonl')[0]?.[0]?.choice).toMatchObject({
      points: { p1: { earned: 150 }, p2: { earned: 100, reason: 'Yes.' } },
    })
  })

  it.each([
    ['m1,A,p3,1\n', '2 point'],
    ['m1,A,p1,3\nm1,A,p2,1\n', '2 earned'],
    ['m1,A,p1,1\nm1,A,p2,0.3\n', '3 earned'],
    ['m1,A,p1,1\n', '2 point'],
  ])('%j is refused', (rows, problem) => {
    expect(read(`item,model,point,earned\n${rows}`).problems).toContain(problem)
  })
})

it('choices take labels by id or label, in the order of the protocol', () => {
  expect(ratingsOf('item,model,labels\nm1,A,unsafe|Wrong\n')[0]?.[0]?.choice).toEqual({
    kind: 'choice',
    labels: ['wrong', 'unsafe'],
  })
  expect(read('item,model,labels\nm1,A,odd\n').problems).toEqual(['2 label'])
})

describe('spans', () => {
  it('of one response are one rating', () => {
    const text = 'item,model,start,end,category,severity\nm1,A,0,4,omission,major\nm1,A,5,6,Omission,Minor\n'
    expect(ratingsOf(text)[0]?.[0]?.choice).toMatchObject({
      kind: 'spans',
      spans: [
        { part: 'response', turn: 0, start: 0, end: 4, category: 'omission', severity: 'major' },
        { start: 5, end: 6, severity: 'minor' },
      ],
    })
    const json = '{"item": "m1", "model": "A", "spans": [{"start": 0, "end": 4, "severity": "minor"}]}'
    expect(ratingsOf(json, 'jsonl')[0]).toHaveLength(1)
  })

  it.each([
    ['m1,A,0,11,omission,major,response', '2 end'],
    ['m1,A,4,4,omission,major,response', '2 end'],
    ['m1,A,0,4,odd,major,response', null],
    ['m1,A,0,4,omission,odd,response', '2 severity'],
    ['m1,A,0,4,omission,major,source', '2 part'],
  ])('%s', (row, problem) => {
    const { problems } = read(`item,model,start,end,category,severity,part\n${row}\n`)
    expect(problems).toEqual(problem === null ? [] : [problem])
  })
})

describe('a judgment', () => {
  it('has a hash of what it says, whatever the order of its rows', () => {
    const score = fc.record({ model: fc.stringMatching(/^[a-z]{1,6}$/), score: fc.integer({ min: 0, max: 10 }) })
    fc.assert(
      fc.property(fc.uniqueArray(score, { selector: one => one.model, minLength: 1, maxLength: 8 }), rows => {
        const hash = (list: typeof rows) =>
          read(`item,model,score\n${list.map(one => `m1,${one.model},${one.score}\n`).join('')}`).judgments.map(
            recordedHash,
          )
        expect(hash(rows.toReversed())).toEqual(hash(rows))
      }),
    )
  })

  it('has a key of study, annotator, item and pair, as a UUID', () => {
    const judgment = { line: 1, item: 'm1', annotator: null, pair: null, refs: [], ratings: [] }
    expect(recordedKey('s', judgment)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(recordedKey('s', judgment)).not.toBe(recordedKey('s', { ...judgment, annotator: 'null' }))
    const [x, y] = [
      { model: 'X', sample: 0 },
      { model: 'Y', sample: 0 },
    ]
    expect(recordedKey('s', { ...judgment, pair: [x, y] })).toBe(recordedKey('s', { ...judgment, pair: [y, x] }))
  })
})
