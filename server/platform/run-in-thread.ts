import 'server-only'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { logger } from './logger'
import { shutdown } from './shutdown'

/** The program of the threads (server/computations.ts) as the build leaves it: beside worker and command line, or below where Next runs. */
const programFile = () =>
  [path.dirname(process.argv[1] ?? ''), path.resolve('dist')]
    .map(folder => path.join(folder, 'computations.mjs'))
    .find(existsSync)

/** One after the other: a process that serves people keeps its other cores for them. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Does a long computation beside the event loop. `name` and `input` (plain data) go to the program of the threads; where
 * that is not built (tests), `here` does the same in this thread. @throws what the computation throws, without its class
 */
export function runInThread<Output>(name: string, input: unknown, here: () => Output): Promise<Output> {
  const file = programFile()
  if (!file) {
    if (process.env.NODE_ENV === 'production')
      logger.warn({ name }, 'dist/computations.mjs is missing: computed beside the requests')
    return Promise.resolve().then(here)
  }
  const result = last.then(() => inThread<Output>(file, name, input))
  last = result.catch(() => undefined)
  return result
}

function inThread<Output>(file: string, name: string, input: unknown): Promise<Output> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: { name, input } })
    const stop = () => worker.terminate()
    shutdown.addEventListener('abort', stop, { once: true })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', code => {
      shutdown.removeEventListener('abort', stop)
      // After a message or an error this changes nothing.
      reject(new Error(`the thread of "${name}" ended with ${code} and no result`))
    })
  })
}
