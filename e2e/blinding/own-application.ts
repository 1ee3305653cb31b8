import { applicationEnvironment } from '../../scripts/application-environment.mjs'
import { stopChild } from '../../scripts/child-process.mjs'
import { databaseName, dropDatabase, withDatabase } from '../../scripts/databases.mjs'
import { freePort } from '../../scripts/free-port.mjs'
import { copyTemplate, ensureTemplate } from '../../scripts/template-database.mjs'
import { startReadyWeb } from '../../scripts/web-server.mjs'

const serverUrl = () => withDatabase(process.env.DATABASE_URL ?? '', 'postgres')

/** A migrated, empty database of one's own on the test server. Dropped by `drop`. */
export async function makeOwnDatabase(name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const url: string = await copyTemplate(await ensureTemplate(serverUrl()), `test_${process.pid}_${name}`)
  return { url, drop: () => dropDatabase(serverUrl(), databaseName(url)) }
}

/** A copy of a database that nobody is connected to. */
export async function copyDatabase(url: string, name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const copy: string = await copyTemplate(url, `test_${process.pid}_${name}`)
  return { url: copy, drop: () => dropDatabase(serverUrl(), databaseName(copy)) }
}

/** The environment of programs on a database; for those that serve, with an address. */
export function environmentOf(databaseUrl: string, port = 3000): Record<string, string> {
  const host = '127.0.0.1'
  const env = applicationEnvironment({ url: databaseUrl, name: databaseName(databaseUrl) }, { host, port })
  return { ...env, NEXTAUTH_URL: `http://${host}:${port}` }
}

/** The production build's web server on a database. */
export async function startWebOn(databaseUrl: string): Promise<{ origin: string; stop: () => Promise<void> }> {
  const host = '127.0.0.1'
  const port: number = await freePort(0, host)
  const env = environmentOf(databaseUrl, port)
  const { child } = await startReadyWeb({ env, host, port })
  return { origin: env.NEXTAUTH_URL ?? '', stop: () => stopChild(child) }
}
