import { expect, it } from 'vitest'
import type { Criterion } from '@/criteria/schema'
import { presetProtocol } from '@/server/studies/presets'
import { startDifference } from './start-difference'

const of = (preset: Parameters<typeof presetProtocol>[0], id: string) =>
  startDifference(presetProtocol(preset).criteria.find(criterion => criterion.id === id) as Criterion)

it('a difference from which on judgments can lie apart, on every kind of criterion that is compared', () => {
  expect(of('general-chat', 'score')).toBe(3)
  expect(of('translation', 'overall')).toBe(1)
  expect(of('expert-rubric', 'points')).toBe(20)
  expect(of('preference', 'overall')).toBe(2)
  expect(of('ranking', 'rank')).toBe(1)
  expect(of('translation', 'errors')).toBeNull()
  expect(of('ranking', 'comment')).toBeNull()
})
