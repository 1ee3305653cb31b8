// One way out: a signal, a failure or the end of the work all undo what was started, last thing first.
import { stopAllChildren } from './child-process.mjs'
import { parentOf } from './process-identity.mjs'
import { say } from './progress.mjs'

const undo = []
let ending = null

/** Remembers what to undo at the end. */
export function atEnd(action) {
  undo.push(action)
}

/** Undoes everything and leaves with `code`. Asking again changes nothing. */
export function end(code) {
  ending ??= (async () => {
    await stopAllChildren().catch(report)
    for (const action of undo.reverse()) await Promise.resolve(action()).catch(report)
    process.exit(typeof code === 'number' ? code : 1)
  })()
  return ending
}

const report = error => console.error(error?.message ?? error)

/** From now on signals end us in order, and so does the death of the `npm` that started us. */
export function endOnSignals() {
  // A closed terminal or pipe must not keep us from cleaning up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.on(signal, () => {
      if (!ending) say('stopping')
      end(code)
    })
  }
  if (process.env.npm_lifecycle_event && process.platform !== 'win32') {
    // Between npm and us there may be a shell, which stays when npm is killed.
    const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`
    const before = ancestors()
    setInterval(() => ancestors() !== before && end(129), 1000).unref()
  }
}

export const isEnding = () => ending !== null
