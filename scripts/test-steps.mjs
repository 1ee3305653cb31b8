// The steps of the test command. Each returns how many of its tests passed and failed.
import fs from 'node:fs'
import path from 'node:path'
import { startNode } from './child-process.mjs'
import { dataDir, packageFile, root } from './paths.mjs'
import { say } from './progress.mjs'
import { countPlaywright, countRun, countVitest } from './test-reports.mjs'

async function runStep(name, argv, options) {
  say(name)
  return startNode(argv, options).ended
}

const asOneTest = exitCode => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

const checks = [
  ['lint (biome)', [packageFile('@biomejs/biome', 'bin/biome'), 'check', '.']],
  ['architecture', ['scripts/check-architecture.mjs']],
  ['lock file', ['scripts/check-lock.mjs']],
]

/** Lint, architecture, lock and types. */
export async function runStaticChecks() {
  const results = []
  for (const [name, argv] of checks) {
    results.push({ name, ...asOneTest(await runStep(name, argv)) })
  }
  const typegen = await runStep('types (next typegen)', [packageFile('next', 'dist/bin/next'), 'typegen'])
  const types = await runStep('types (tsc)', [packageFile('typescript', 'bin/tsc'), '--noEmit'])
  results.push({ name: 'types', ...asOneTest(typegen || types) })
  return results
}

/** One project of Vitest, with file filters. */
export async function runVitest(project, filters) {
  const report = path.join(dataDir, 'reports', `${project}.json`)
  fs.rmSync(report, { force: true })
  const argv = [packageFile('vitest', 'vitest.mjs'), 'run', '--project', project, '--passWithNoTests', ...filters]
  argv.push('--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`)
  const exitCode = await runStep(`${project} tests (vitest)`, argv)
  return { name: `${project} tests`, ...countRun(countVitest, report, exitCode) }
}

/** Playwright against a running application. */
export async function runPlaywright(args, env) {
  const report = path.join(root, 'test-results/report.json')
  fs.rmSync(report, { force: true })
  const exitCode = await runStep(
    'end-to-end tests (playwright)',
    [packageFile('@playwright/test', 'cli.js'), 'test', ...args],
    { env },
  )
  return { name: 'end-to-end tests', ...countRun(countPlaywright, report, exitCode) }
}
