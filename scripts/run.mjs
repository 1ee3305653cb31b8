// The one entry of all npm scripts: run.mjs <demo|start|dev|test|bench|cli|migrate-create> [arguments].
// Works in a fresh checkout: nothing outside node: is imported before the packages are installed.
import { end, endOnSignals, isEnding } from './lifecycle.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed; this is ${process.version}.`)
  process.exit(1)
}

const commands = {
  demo: () => import('./commands/serve.mjs').then(m => m.serve('demo')),
  start: () => import('./commands/serve.mjs').then(m => m.serve('start')),
  dev: () => import('./commands/serve.mjs').then(m => m.serve('dev')),
  test: args => import('./commands/test.mjs').then(m => m.test(args)),
  bench: args => import('./commands/bench.mjs').then(m => m.bench(args)),
  cli: args => import('./commands/cli.mjs').then(m => m.cli(args)),
  'migrate-create': args => import('./commands/migrate-create.mjs').then(m => m.migrateCreate(args)),
}

const [name, ...args] = process.argv.slice(2)
if (!Object.hasOwn(commands, name ?? '')) {
  console.error(`usage: node scripts/run.mjs <${Object.keys(commands).join('|')}>`)
  process.exit(2)
}
endOnSignals()
try {
  const code = await commands[name](args)
  if (code !== undefined) await end(code)
} catch (error) {
  if (!isEnding()) console.error(`\n${process.env.ASSAY_DEBUG ? error.stack : error.message}`)
  await end(1)
}
