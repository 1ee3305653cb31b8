// Runs a program of the bench on a copy of a database; what it prints is JSON.
import { applicationEnvironment } from '../scripts/application-environment.mjs'
import { startNode } from '../scripts/child-process.mjs'

export async function runProgram(program, copy, env = {}) {
  const child = startNode([program], {
    env: { ...applicationEnvironment({ url: copy.url, name: 'bench' }), ...env },
    stdout: 'pipe',
  })
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  if ((await child.ended) !== 0) throw new Error(`${program} failed; see above`)
  return JSON.parse(output)
}
