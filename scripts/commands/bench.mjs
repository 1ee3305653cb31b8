// `npm run bench`: the measurements, on a production build.
import fs from 'node:fs'
import path from 'node:path'
import { startNode } from '../child-process.mjs'
import { root } from '../paths.mjs'
import { setUp } from '../setup.mjs'

export async function bench(args) {
  await setUp()
  const file = path.join(root, 'bench/process.mjs')
  if (!fs.existsSync(file)) throw new Error('this version has no measurements (bench/process.mjs)')
  return startNode([file, ...args], { stdout: 'inherit' }).ended
}
