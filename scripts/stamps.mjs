// Steps that need not be repeated: a stamp holds the digest of what the step was made from.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { dataDir, root } from './paths.mjs'

const skipped = new Set(['generated', 'node_modules', '.git'])
const isTest = name => /\.test\.tsx?$/.test(name)

function* filesUnder(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (!stat) return
  if (!stat.isDirectory()) {
    yield file
    return
  }
  for (const name of fs.readdirSync(file).sort()) {
    if (!skipped.has(name) && !isTest(name)) yield* filesUnder(path.join(file, name))
  }
}

/** SHA-256 over names and contents of files and folders (relative to the checkout), without tests and generated code. */
export function digestOf(paths, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const start of paths) {
    for (const file of filesUnder(path.join(root, start))) {
      hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

const stampFile = name => path.join(dataDir, 'stamps', name)

/** Whether the stamp of that name holds `key`. */
export function isStamped(name, key) {
  return fs.existsSync(stampFile(name)) && fs.readFileSync(stampFile(name), 'utf8') === key
}

/** Runs `work` unless it was done for `key` and `stillThere`; the stamp is only written when it succeeded. */
export async function once(name, key, stillThere, work) {
  if (stillThere && isStamped(name, key)) return
  fs.mkdirSync(path.dirname(stampFile(name)), { recursive: true })
  fs.rmSync(stampFile(name), { force: true })
  await work()
  fs.writeFileSync(stampFile(name), key)
}
