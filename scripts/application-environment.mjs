// The environment of web, worker and command line. server/platform/env.ts checks it there.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { dataDir } from './paths.mjs'

/** Signs the session cookies; made once and kept, so that a restart signs nobody out. */
function keptSecret() {
  const file = path.join(dataDir, 'auth-secret')
  try {
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return fs.readFileSync(file, 'utf8').trim()
}

const isLoopback = host => ['localhost', '127.0.0.1', '[::1]'].includes(host)
const isWildcard = host => ['0.0.0.0', '::', ''].includes(host)

/** The address people use. A loopback NEXTAUTH_URL follows when its port was taken; any other is a proxy's. */
function publicUrl(host, port, wantedPort) {
  const given = process.env.NEXTAUTH_URL
  if (given) {
    const url = new URL(given)
    if (isLoopback(url.hostname) && url.port === String(wantedPort)) url.port = String(port)
    return url.href.replace(/\/$/, '')
  }
  const name = isLoopback(host) || isWildcard(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** Files of different databases stay apart, like their rows. */
export function applicationEnvironment({ url, name }, { host = '127.0.0.1', port = 3000, wantedPort = port } = {}) {
  const files = path.join(dataDir, 'files', name)
  fs.mkdirSync(files, { recursive: true, mode: 0o700 })
  return {
    DATABASE_URL: url,
    ASSAY_DATA_DIR: files,
    NEXTAUTH_URL: publicUrl(host, port, wantedPort),
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? keptSecret(),
  }
}
