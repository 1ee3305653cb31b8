// From a checkout to something that can be started: packages, database client, production build.
// Imports nothing but node: and our own modules, because packages may not be there yet.
import fs from 'node:fs'
import path from 'node:path'
import { startSetUpStep, succeed } from './child-process.mjs'
import { exclusively } from './exclusive-lock.mjs'
import { installPackages } from './install.mjs'
import { dataDir, makeDataDir, packageFile, root } from './paths.mjs'
import { say } from './progress.mjs'
import { digestOf, once } from './stamps.mjs'

/** What a build does not read. By exclusion: a list of what it reads would silently miss a new file. */
const notBuilt =
  /^(node_modules|\.next.*|\.data|\.git|\.ci|dist|docs|e2e|bench|scripts|test-results|playwright-report|next-env\.d\.ts|biome\.json|(vitest|playwright)\.config\.ts|LICENSE|.*\.(md|tsbuildinfo|log))$/

const buildInputs = () =>
  fs
    .readdirSync(root)
    .filter(name => !notBuilt.test(name) && path.join(root, name) !== dataDir)
    .sort()

async function generateClient() {
  const key = digestOf(['prisma/schema', 'prisma.config.ts', 'package-lock.json'])
  await once('generate', key, fs.existsSync(path.join(root, 'server/generated')), async () => {
    say('generating the database client')
    await succeed('prisma generate', startSetUpStep([packageFile('prisma', 'build/index.js'), 'generate']))
  })
}

async function buildPrograms() {
  const { bundlePrograms } = await import('./bundle.mjs')
  const key = digestOf([...buildInputs(), 'scripts/bundle.mjs'])
  await once('bundle', key, fs.existsSync(path.join(root, 'dist')), async () => {
    say('building worker and command line')
    await bundlePrograms()
  })
}

async function buildWeb() {
  const distDir = process.env.NEXT_DIST_DIR ?? '.next'
  const built = fs.existsSync(path.join(root, distDir, 'BUILD_ID'))
  await once(`build${distDir}`, digestOf(buildInputs()), built, async () => {
    say('building the web application (next build)')
    await succeed('next build', startSetUpStep([packageFile('next', 'dist/bin/next'), 'build']))
  })
}

/** Prepares the checkout; what is up to date is skipped. `web: false` leaves out the web application's build. */
export async function setUp({ web = true, programs = true } = {}) {
  makeDataDir()
  const waiting = pid => say(`waiting for another set-up of this checkout to end (process ${pid})`)
  await exclusively(
    path.join(dataDir, 'setup.lock'),
    async () => {
      await installPackages()
      await generateClient()
      if (programs) await buildPrograms()
      if (web) await buildWeb()
    },
    waiting,
  )
}
