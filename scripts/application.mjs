// The running application: database, web server, worker, and who looks after them.
import { applicationEnvironment } from './application-environment.mjs'
import { programFile, watchPrograms } from './bundle.mjs'
import { describeAccounts, runBuilt, seedDemo } from './demo-data.mjs'
import { freePort } from './free-port.mjs'
import { atEnd, end, isEnding } from './lifecycle.mjs'
import { migrateDatabase } from './migrations.mjs'
import { openDatabase } from './open-database.mjs'
import { say } from './progress.mjs'
import { supervise, watchServer } from './supervisor.mjs'
import { startBuilt, startReadyWeb } from './web-server.mjs'

const accountsTitle = 'Sign in with these made-up accounts (demo data, kept apart from real data):'
const databaseOf = { demo: 'demo', start: 'real', dev: 'dev' }

function wantedPort() {
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}"`)
}

/** Starts the web server on the wanted port, or the next free one; somebody may take that while we start. */
async function startOnFreePort(database, { host, dev }) {
  const wanted = wantedPort()
  for (let from = wanted; ; ) {
    const port = await freePort(from, host)
    if (wanted && port !== wanted) say(`port ${wanted} is taken; using ${port}`)
    const env = applicationEnvironment(database, { host, port, wantedPort: wanted })
    try {
      return { env, web: await startReadyWeb({ env, host, port, dev }) }
    } catch (error) {
      if (isEnding() || (await freePort(port, host)) === port) throw error
      from = port
    }
  }
}

/** The link that makes the first admin; nothing when there are users already. */
async function printSetUpLink(env) {
  const file = programFile('assay')
  if (!file) return
  const { code, output } = await runBuilt(file, ['setup-link', '--quiet'], env)
  if (code !== 0) say('no set-up link could be made; see above')
  else if (output.trim())
    console.log(`\nNobody can sign in yet. Open this link once to become the first admin:\n  ${output.trim()}`)
}

async function startWorker(env, dev, giveUp) {
  const file = programFile('worker')
  if (!file) return
  const worker = supervise('the worker', () => startBuilt(file, { env, dev }), giveUp)
  atEnd(worker.stop)
  if (!dev) return
  let builds = 0
  atEnd(await watchPrograms(() => builds++ > 0 && worker.replace()))
}

/** Starts the application in `mode` (demo, start or dev) on a prepared checkout; it runs until it is stopped. */
export async function runApplication(mode) {
  const dev = mode === 'dev'
  const host = process.env.HOST || '127.0.0.1'
  const database = await openDatabase(databaseOf[mode])
  await migrateDatabase(database.url)
  // The demo can be made again: its commits need not wait for the disk. (A pooler in front of a server of one's own may
  // not know the option.)
  const swift = database.server ? { PGOPTIONS: '-c synchronous_commit=off' } : {}

  const giveUp = () => end(1)
  if (database.server) atEnd(watchServer(database.server, giveUp))
  const [accounts, { env, web }] = await Promise.all([
    mode === 'start' ? [] : seedDemo({ ...applicationEnvironment(database), ...swift }),
    startOnFreePort(database, { host, dev }),
  ])
  atEnd(supervise('the web server', web.start, giveUp, web.child).stop)
  await startWorker(env, dev, giveUp)
  if (mode === 'start') await printSetUpLink(env)
  if (accounts.length > 0) console.log(`\n${accountsTitle}\n${describeAccounts(accounts)}`)
  console.log(`\nAssay runs at ${env.NEXTAUTH_URL}   (Ctrl-C stops it)\n`)
  say('ready')
}
