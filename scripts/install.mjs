// `npm ci`, when the installed packages are not those of the lock.
import fs from 'node:fs'
import path from 'node:path'
import { startProgram, startSetUpStep, succeed } from './child-process.mjs'
import { root } from './paths.mjs'
import { say } from './progress.mjs'
import { isStamped, once } from './stamps.mjs'

const readPackages = file => {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages
  } catch {
    return null
  }
}

/** npm writes node_modules/.package-lock.json last, so an interrupted installation has none. */
function installedPackagesMatchLock() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true
    const found = present[name]
    if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer)
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/** Installs the packages of the lock, with the user's own npm settings and without running install scripts. */
export async function installPackages() {
  const machine = `${process.platform} ${process.arch}`
  const matches = installedPackagesMatchLock()
  const otherMachine = ['linux x64', 'linux arm64', 'darwin x64', 'darwin arm64', 'win32 x64'].some(
    other => other !== machine && isStamped('install', other),
  )
  if (matches && !otherMachine) return once('install', machine, true, async () => {})
  await once('install', machine, false, async () => {
    say('installing packages (npm ci)')
    const argv = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
    const npm = process.env.npm_execpath
    const child = npm?.endsWith('npm-cli.js')
      ? startSetUpStep([npm, ...argv])
      : startProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', argv, { shell: process.platform === 'win32' })
    await succeed('npm ci', child)
  })
}
