// `npm run demo`, `npm start` and `npm run dev`: prepare, start, supervise.
import { freePort } from '../free-port.mjs'
import { atEnd, end } from '../lifecycle.mjs'
import { say } from '../progress.mjs'
import { setUp } from '../setup.mjs'

const databaseOf = { demo: 'demo', start: 'real', dev: 'dev' }

async function choosePort(host) {
  const wantedPort = Number(process.env.PORT || 3000)
  if (!Number.isInteger(wantedPort) || wantedPort < 0 || wantedPort > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}"`)
  }
  const port = await freePort(wantedPort, host)
  if (wantedPort && port !== wantedPort) say(`port ${wantedPort} is taken; using ${port}`)
  return { port, wantedPort }
}

/** The link that makes the first admin; nothing when there are users already. */
async function printSetUpLink(env) {
  const { programFile } = await import('../bundle.mjs')
  const { runBuilt } = await import('../demo-data.mjs')
  const file = programFile('assay')
  if (!file) return
  const { code, output } = await runBuilt(file, ['setup-link'], env)
  if (code !== 0) say('no set-up link could be made; see above')
  else if (output.trim())
    console.log(`\nNobody can sign in yet. Open this link once to become the first admin:\n  ${output.trim()}`)
}

async function startWorker(env, dev, giveUp) {
  const { programFile, watchPrograms } = await import('../bundle.mjs')
  const { startBuilt } = await import('../web-server.mjs')
  const { supervise } = await import('../supervisor.mjs')
  const file = programFile('worker')
  if (!file) return
  const worker = supervise('the worker', () => startBuilt(file, { env, dev }), giveUp)
  atEnd(worker.stop)
  if (!dev) return
  let builds = 0
  atEnd(await watchPrograms(() => builds++ > 0 && worker.restart()))
}

/** Runs the application until it is stopped. */
export async function serve(mode) {
  const dev = mode === 'dev'
  await setUp({ web: !dev })
  const { openDatabase } = await import('../open-database.mjs')
  const { migrateDatabase } = await import('../migrations.mjs')
  const { applicationEnvironment } = await import('../application-environment.mjs')
  const { describeAccounts, seedDemo } = await import('../demo-data.mjs')
  const { supervise, untilAnswered, watchServer } = await import('../supervisor.mjs')
  const { probeUrl, startWeb } = await import('../web-server.mjs')

  const host = process.env.HOST || '127.0.0.1'
  const database = await openDatabase(databaseOf[mode])
  await migrateDatabase(database.url)
  const { port, wantedPort } = await choosePort(host)
  const env = applicationEnvironment(database, { host, port, wantedPort })
  const accounts = mode === 'start' ? [] : await seedDemo(env)

  const giveUp = () => end(1)
  if (database.server) atEnd(watchServer(database.server, giveUp))
  const web = supervise('the web server', () => startWeb({ env, host, port, dev }), giveUp)
  atEnd(web.stop)
  await startWorker(env, dev, giveUp)
  await untilAnswered(probeUrl(host, port), web.first)
  if (mode === 'start') await printSetUpLink(env)
  if (accounts.length > 0)
    console.log(
      `\nSign in with these made-up accounts (demo data, kept apart from real data):\n${describeAccounts(accounts)}`,
    )
  console.log(`\nAssay runs at ${env.NEXTAUTH_URL}   (Ctrl-C stops it)\n`)
  say('ready')
}
