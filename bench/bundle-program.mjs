// Builds a program of the bench that runs the product's own code, like the product's programs.
import path from 'node:path'
import * as esbuild from 'esbuild'
import { packageFile, root } from '../scripts/paths.mjs'

/** @param name of the file in bench/, without its ending. @returns the path of the program */
export async function bundleProgram(name) {
  const outfile = path.join(root, `dist/bench-${name}.mjs`)
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`bench/${name}.ts`],
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
  return outfile
}
