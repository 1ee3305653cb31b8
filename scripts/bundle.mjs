// Worker and command line as plain JavaScript: Node 20 runs no TypeScript, and `server-only` throws outside Next.
import fs from 'node:fs'
import path from 'node:path'
import * as esbuild from 'esbuild'
import { packageFile, root } from './paths.mjs'

const programs = {
  worker: 'server/worker.ts',
  assay: 'server/cli/process.ts',
  computations: 'server/computations.ts',
  'seed-demo': 'prisma/demo/seed.ts',
}

/** @returns {import('esbuild').BuildOptions} */
function options() {
  const present = Object.entries(programs).filter(([, file]) => fs.existsSync(path.join(root, file)))
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present.map(([name, file]) => [name, file])),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    conditions: ['react-server'],
    packages: 'external',
    alias: { 'server-only': packageFile('server-only', 'empty.js'), '@': root },
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  }
}

/** The path of a built program; null when this version has no such program. */
export function programFile(name) {
  const file = path.join(root, 'dist', `${name}.mjs`)
  return fs.existsSync(file) ? file : null
}

/** Writes dist/*.mjs for each program that exists. */
export async function bundlePrograms() {
  fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true })
  fs.mkdirSync(path.join(root, 'dist'))
  await esbuild.build(options())
  await esbuild.stop()
}

/** Builds, and again after each change; `onBuilt` is called after every success. Returns a function that ends it. */
export async function watchPrograms(onBuilt) {
  const tell = {
    name: 'tell',
    setup(build) {
      build.onEnd(result => {
        if (result.errors.length === 0) onBuilt()
      })
    },
  }
  const context = await esbuild.context({ ...options(), plugins: [tell] })
  await context.watch()
  return () => context.dispose()
}
