// `npm run bench`: measures the product against its floors on this machine and says which targets are met.
import fs from 'node:fs'
import path from 'node:path'
import { startPostgres } from '../scripts/embedded-postgres.mjs'
import { atEnd, end, endOnSignals } from '../scripts/lifecycle.mjs'
import { root } from '../scripts/paths.mjs'
import { say } from '../scripts/progress.mjs'
import { measureExport } from './export-file.mjs'
import { dropLeftovers } from './fresh-copy.mjs'
import { measureImport } from './import-file.mjs'
import { measureNext } from './next-item.mjs'
import { help, parts, readOptions, wants } from './options.mjs'
import { measurePage } from './page-weight.mjs'
import { printResults, printTargets } from './report.mjs'
import { measureResults } from './results.mjs'
import { measureSignIn } from './sign-ins.mjs'
import { measureStart } from './start-up.mjs'
import { measureSubmit } from './submit-loops.mjs'
import { judgeTargets } from './targets.mjs'

const measure = {
  submit: measureSubmit,
  next: measureNext,
  'sign-in': measureSignIn,
  import: measureImport,
  export: measureExport,
  start: measureStart,
  page: measurePage,
  results: measureResults,
}

function save(record) {
  const folder = path.join(root, 'bench/results')
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${record.startedAt.replaceAll(/[:.]/g, '-')}.json`)
  fs.writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`)
  return path.relative(root, file)
}

async function bench(options) {
  const startedAt = new Date().toISOString()
  // An own server with the settings of production, so that nobody's data is in the way; fsync is on.
  const server = await startPostgres({ folder: 'pg-bench' })
  atEnd(server.stop)
  await dropLeftovers(server)
  const results = {}
  let file
  for (const part of parts) {
    if (!wants(options, part)) continue
    results[part] = await measure[part](server, options)
    // After each part: what was measured survives an interruption.
    file = save({ startedAt, options, targets: judgeTargets(results), results })
  }
  printResults(results)
  printTargets(judgeTargets(results))
  console.log(`\nAll numbers: ${file}`)
  if (options.quick) console.log('A quick run only shows that the bench runs: its ratios prove nothing.')
}

endOnSignals()
try {
  const options = readOptions(process.argv.slice(2))
  if (options.help) console.log(help)
  else await bench(options)
  await end(0)
} catch (error) {
  say('the bench ended early')
  console.error(error.stack ?? error)
  await end(1)
}
