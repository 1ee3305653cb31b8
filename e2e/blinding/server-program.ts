import path from 'node:path'
import * as esbuild from 'esbuild'
import { runBuilt } from '../../scripts/demo-data.mjs'
import { packageFile, root } from '../../scripts/paths.mjs'

/**
 * Runs a program of this folder that uses the server's own code (bundled as worker and command line are) on the
 * database of `env`, and returns the JSON that it prints as its last line.
 */
export async function runServerProgram<Result>(
  name: string,
  input: unknown,
  env: Record<string, string>,
): Promise<Result> {
  const outfile = path.join(root, 'test-results/programs', `${name}-${process.pid}.mjs`)
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`e2e/blinding/programs/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    conditions: ['react-server'],
    packages: 'external',
    alias: { 'server-only': packageFile('server-only', 'empty.js'), '@': root },
    logLevel: 'warning',
  })
  const { code, output } = await runBuilt(outfile, [JSON.stringify(input)], env)
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${output}`)
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Result
}
