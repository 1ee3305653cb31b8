// What is found out about one submitted judgment, whatever came before it.
import type { Criterion } from '../../criteria/schema'
import { meetsExpectations } from './meets-expectations'
import type { SubmittedJudgment } from './queries/submitted-judgments'
import { leastReadingMs } from './reading-time'

export interface JudgmentFinding {
  expectedMs: number
  tooFast: boolean
  passed: boolean | null
  missed: number[]
}

/** Whoever revises, or judges an item once more, has read it before: that is not called too fast. */
export function checkJudgment(judgment: SubmittedJudgment, criteria: readonly Criterion[]): JudgmentFinding {
  const expectedMs = leastReadingMs(judgment.texts)
  const isFirstReading = judgment.revision === 1 && judgment.occasion !== 'REPEAT'
  const { passed, missed } = judgment.expected
    ? meetsExpectations(judgment.expected, { ...judgment, criteria })
    : { passed: null, missed: [] }
  return { expectedMs, tooFast: isFirstReading && judgment.activeMs < expectedMs, passed, missed }
}
