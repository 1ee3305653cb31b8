// The lock must name no registry (everybody has their own), hold an integrity for each package, and hold the optional
// packages of all platforms: with one missing, `npm ci` refuses the lock or another machine gets no native program.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './paths.mjs'

function* lookUpPaths(from, name) {
  for (let dir = from; dir; dir = dir.slice(0, Math.max(dir.lastIndexOf('/node_modules/'), 0))) {
    yield `${dir}/node_modules/${name}`
  }
  yield `node_modules/${name}`
}

/** What is wrong with the text of a package-lock.json; empty when nothing is. */
export function findLockProblems(text) {
  const { packages } = JSON.parse(text)
  const problems = []
  if (/"resolved"|registry\./.test(text))
    problems.push('it names a registry ("resolved"); set omit-lockfile-registry-resolved')
  for (const [name, entry] of Object.entries(packages)) {
    const fromRegistry = name !== '' && !entry.link && !entry.inBundle
    if (fromRegistry && !(entry.version && entry.integrity)) problems.push(`${name}: no version or no integrity`)
    for (const optional of Object.keys(entry.optionalDependencies ?? {})) {
      if (![...lookUpPaths(name, optional)].some(place => packages[place]))
        problems.push(`${name}: ${optional} is missing`)
    }
  }
  return problems
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const problems = findLockProblems(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  for (const problem of problems) console.error(`package-lock.json: ${problem}`)
  process.exit(problems.length === 0 ? 0 : 1)
}
