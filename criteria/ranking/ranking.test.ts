import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JudgmentContent } from '../../server/judgments/schema'
import { emptyContent, findRating, withRating } from '../ratings'
import { rankingKeys } from './keys'
import { ranksOf, tidied, withDropped, withMoved, withRank } from './order'
import { isCompleteOrder, rankingRule } from './rule'
import { type RankingCriterion, rankingSchema } from './schema'

const withTies = rankingSchema.parse({ kind: 'ranking', id: 'rank', scope: 'response', label: 'Ranking', ties: true })
const strict: RankingCriterion = { ...withTies, ties: false }

const start = (ranks: readonly (number | null)[]): JudgmentContent =>
  ranks.reduce<JudgmentContent>(
    (content, rank, index) => withRating(content, 'rank', index + 1, rank === null ? null : { value: rank }),
    emptyContent,
  )
const problems = (content: JudgmentContent, criterion: RankingCriterion, slotCount: number) =>
  Array.from({ length: slotCount }, (_, index) =>
    rankingRule.problem(criterion, index + 1, findRating(content, 'rank', index + 1), {
      slotCount,
      criteria: [criterion],
      rubric: null,
      omitted: [],
      find: (id, slot) => findRating(content, id, slot),
    }),
  )

describe('ranks', () => {
  test('the same digit is a tie; when all have a rank, gaps close', () => {
    const [a, b] = [withRank(start([]), withTies, 3, 1, 3), null]
    expect(b).toBeNull()
    expect(ranksOf(a, withTies, 3)).toEqual([3, null, null])
    const all = withRank(withRank(a, withTies, 3, 2, 3), withTies, 3, 3, 1)
    expect(ranksOf(all, withTies, 3)).toEqual([2, 2, 1])
  })

  test('without ties whoever has the rank makes room', () => {
    const content = withRank(start([1, 2, null]), strict, 3, 3, 1)
    expect(ranksOf(content, strict, 3)).toEqual([2, 3, 1])
  })

  test('a rank that others lack is no problem of its own; an order with a gap is one', () => {
    expect(problems(start([3, null, null]), withTies, 3)).toEqual([null, 'missing', 'missing'])
    expect(problems(start([1, 3, 3]), withTies, 3)).toEqual(['off-scale', 'off-scale', 'off-scale'])
    expect(problems(start([9, 1, 2]), withTies, 3)[0]).toBe('off-scale')
  })

  test('a response that cannot be judged leaves a gap, which closes', () => {
    const passed = withRating(start([1, 2, 3]), 'rank', 2, { cannotJudge: 'not readable' })
    const tidy = tidied(passed, withTies, 3)
    expect(ranksOf(tidy, withTies, 3)).toEqual([1, null, 2])
    expect(problems(tidy, withTies, 3)).toEqual([null, 'wrong-kind', null])
    expect(findRating(tidy, 'rank', 2)?.cannotJudge).toBe('not readable')
  })

  test('arrows go through ties', () => {
    const up = (content: JudgmentContent) => withMoved(content, withTies, 3, 3, -1)
    const first = up(start([1, 2, 3]))
    expect(ranksOf(first, withTies, 3)).toEqual([1, 2, 2])
    const second = up(first)
    expect(ranksOf(second, withTies, 3)).toEqual([1, 3, 2])
    const third = up(second)
    expect(ranksOf(third, withTies, 3)).toEqual([1, 2, 1])
    expect(ranksOf(up(third), withTies, 3)).toEqual([2, 3, 1])
    expect(ranksOf(up(up(third)), withTies, 3)).toEqual([2, 3, 1])
  })

  test('dropping between and onto places', () => {
    expect(ranksOf(withDropped(start([1, 2, null]), withTies, 3, 3, { before: 1 }), withTies, 3)).toEqual([1, 3, 2])
    expect(ranksOf(withDropped(start([1, 2, null]), withTies, 3, 3, { onto: 0 }), withTies, 3)).toEqual([1, 2, 1])
    expect(ranksOf(withDropped(start([1, 2, null]), strict, 3, 3, { onto: 0 }), strict, 3)).toEqual([2, 3, 1])
    expect(ranksOf(withDropped(start([1, 2, 3]), withTies, 3, 1, { before: 3 }), withTies, 3)).toEqual([3, 1, 2])
  })

  test('however it is entered, a complete order has no gap', () => {
    const acts = fc.array(
      fc.record({ slot: fc.integer({ min: 1, max: 4 }), act: fc.constantFrom(1, 2, 3, 4, 'up', 'down', 'drop') }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(acts, fc.boolean(), (list, ties) => {
        const criterion = ties ? withTies : strict
        const end = list.reduce<JudgmentContent>((content, { slot, act }) => {
          if (act === 'up' || act === 'down') return withMoved(content, criterion, 4, slot, act === 'up' ? -1 : 1)
          if (act === 'drop') return withDropped(content, criterion, 4, slot, { before: 1 })
          return withRank(content, criterion, 4, slot, act as number)
        }, emptyContent)
        const ranks = ranksOf(end, criterion, 4)
        if (ranks.every(rank => rank !== null)) expect(isCompleteOrder(ranks as number[], ties)).toBe(true)
        else for (const rank of ranks) if (rank !== null) expect(rank).toBeLessThanOrEqual(4)
      }),
    )
  })
})

describe('keys of a ranking', () => {
  test('digits up to the number of responses; others do nothing', () => {
    const context = {
      criterion: withTies,
      slot: 2,
      slotCount: 3,
      content: {} as never,
      value: emptyContent,
      typed: null,
    }
    expect(rankingKeys.press('2', context)).toMatchObject({ done: true })
    expect(rankingKeys.press('4', context)).toEqual({})
    expect(rankingKeys.press('0', context)).toEqual({})
    expect(rankingKeys.press('q', context)).toBeNull()
  })
})
