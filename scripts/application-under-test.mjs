// Web and worker of the production build on a fresh database with the demo's data, for the end-to-end tests.
import { applicationEnvironment } from './application-environment.mjs'
import { programFile } from './bundle.mjs'
import { dropDatabase, withDatabase } from './databases.mjs'
import { seedDemo } from './demo-data.mjs'
import { freePort } from './free-port.mjs'
import { atEnd } from './lifecycle.mjs'
import { say } from './progress.mjs'
import { copyTemplate } from './template-database.mjs'
import { startTestServer } from './test-server.mjs'
import { startBuilt, startReadyWeb } from './web-server.mjs'

/** Starts it on a free port. Returns what the tests need to know in their environment. */
export async function startApplicationUnderTest() {
  const server = await startTestServer()
  atEnd(server.stop)
  const name = `test_${process.pid}_application`
  const url = await copyTemplate(server.templateUrl, name)
  atEnd(() => dropDatabase(withDatabase(url, 'postgres'), name))
  const host = '127.0.0.1'
  const port = await freePort(0, host)
  const own = applicationEnvironment({ url, name: 'test' }, { host, port })
  const { startSingleSignOnProvider } = await import('../e2e/fixtures/single-sign-on-provider.mjs')
  const singleSignOn = await startSingleSignOnProvider(own.NEXTAUTH_URL)
  atEnd(singleSignOn.stop)
  const env = { ...own, ...singleSignOn.env, ASSAY_LOG_LEVEL: 'warn', ASSAY_WEBHOOK_PRIVATE_ADDRESSES: 'true' }
  const accounts = await seedDemo(env)
  await startReadyWeb({ env, host, port })
  const worker = programFile('worker')
  if (worker) startBuilt(worker, { env })
  say(`application under test: ${env.NEXTAUTH_URL}`)
  return { ...env, BASE_URL: env.NEXTAUTH_URL, DEMO_ACCOUNTS: JSON.stringify(accounts) }
}
