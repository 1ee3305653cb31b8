// `npm test`: every check there is, each as a visible step; the last line is `N passed, N failed`.
import { say } from '../progress.mjs'
import { setUp } from '../setup.mjs'

const kinds = ['static', 'unit', 'database', 'e2e']

/** `--only KIND` for developers; what is left goes to that step, or to Playwright when all steps run. */
export function readArguments(args) {
  const at = args.indexOf('--only')
  if (at < 0) return { only: null, rest: args }
  const only = args[at + 1]
  if (!kinds.includes(only)) throw new Error(`--only takes one of ${kinds.join(', ')}`)
  return { only, rest: args.filter((_, index) => index !== at && index !== at + 1) }
}

/** A step that cannot even begin is a failure among others: the rest still runs. */
async function attempt(name, work) {
  try {
    return await work()
  } catch (error) {
    console.error(error.stack ?? error)
    return { name, passed: 0, failed: 1 }
  }
}

async function endToEnd(args) {
  const { ensureChromium } = await import('../chromium.mjs')
  const { runPlaywright } = await import('../test-steps.mjs')
  await setUp()
  const browser = await ensureChromium()
  const { startApplicationUnderTest } = await import('../application-under-test.mjs')
  const env = await startApplicationUnderTest()
  return runPlaywright(args, { ...env, CHROMIUM_PATH: browser })
}

/** Returns 0 when everything passed. */
export async function test(args) {
  const { only, rest } = readArguments(args)
  const wants = kind => only === null || only === kind
  await setUp({ web: false, programs: false })
  const { runStaticChecks, runVitest } = await import('../test-steps.mjs')
  const results = []
  if (wants('static')) results.push(...(await runStaticChecks()))
  for (const project of ['unit', 'database']) {
    if (wants(project)) results.push(await attempt(`${project} tests`, () => runVitest(project, only ? rest : [])))
  }
  if (wants('e2e')) results.push(await attempt('end-to-end tests', () => endToEnd(rest)))

  const sum = key => results.reduce((total, result) => total + result[key], 0)
  say('results')
  for (const { name, passed, failed } of results) console.log(`  ${name.padEnd(20)} ${passed} passed, ${failed} failed`)
  const failed = sum('failed')
  // Last of all, after everything that was started has been stopped.
  process.once('exit', () => console.log(`${sum('passed')} passed, ${failed} failed`))
  return failed === 0 ? 0 : 1
}
