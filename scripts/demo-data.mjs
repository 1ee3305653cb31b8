// The demo's data, through the built program that makes it.

import { programFile } from './bundle.mjs'
import { startNode } from './child-process.mjs'
import { say } from './progress.mjs'

/** Runs a built program to its end. Returns its exit code and what it printed. */
export async function runBuilt(file, argv, env) {
  const child = startNode(['--enable-source-maps', file, ...argv], { env, stdout: 'pipe' })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text
  })
  return { code: await child.ended, output }
}

/**
 * Seeds the demo, or finds that it is there. The program prints, as its last line, a JSON object
 * `{"accounts": [{"role", "name", "email", "password", "languages"}]}`; those accounts are returned.
 */
export async function seedDemo(env) {
  const file = programFile('seed-demo')
  if (!file) return []
  say('preparing the demo data')
  const { code, output } = await runBuilt(file, [], env)
  if (code !== 0) throw new Error(`the demo data could not be made (${code})\n${output}`)
  const line = output.trim().split('\n').at(-1)
  return line?.startsWith('{') ? JSON.parse(line).accounts : []
}

/** A table of who may sign in. */
export function describeAccounts(accounts) {
  const rows = accounts.map(account => [
    account.role,
    account.email,
    account.password,
    [account.languages ?? []].flat().join(', '),
  ])
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column].length)))
  return rows
    .map(row => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
}
