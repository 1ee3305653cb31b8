import { expect, it } from 'vitest'
import { countPlaywright, countRun, countVitest } from './test-reports.mjs'

it('counts a test file that cannot be loaded as a failure', () => {
  const broken = { status: 'failed', assertionResults: [] }
  const fine = { status: 'passed', assertionResults: [{}, {}] }
  const report = { numPassedTests: 2, numFailedTests: 0, testResults: [broken, fine] }
  expect(countVitest(report)).toEqual({ passed: 2, failed: 1 })
})

it('counts flaky tests as passed and errors outside tests as failures', () => {
  const report = { stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 4 }, errors: [{}] }
  expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3 })
})

it('never reports a failed run without a failure', () => {
  expect(countRun(countVitest, '/nowhere/report.json', 1)).toEqual({ passed: 0, failed: 1 })
})
