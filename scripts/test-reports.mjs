// Counts of passed and failed tests, from the JSON reports of Vitest and Playwright.
import fs from 'node:fs'

const read = file => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** A file that could not even be loaded has no tests in it: it counts as one failure. */
export function countVitest(report) {
  if (!report) return { passed: 0, failed: 0 }
  const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** A test that passed on a second attempt counts as passed; an error outside tests as a failure. */
export function countPlaywright(report) {
  if (!report) return { passed: 0, failed: 0 }
  const { expected, flaky, unexpected } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length }
}

/** The counts of a run that ended with `exitCode`: a failed run has at least one failure, whatever its report says. */
export function countRun(count, reportFile, exitCode) {
  const counts = count(read(reportFile))
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
