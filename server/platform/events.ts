import 'server-only'
import { EventEmitter } from 'node:events'
import pg from 'pg'
import { announceOn } from './db'
import { env } from './env'
import { logger } from './logger'
import { shutdown } from './shutdown'

// Hints between processes that something has changed, over LISTEN/NOTIFY. A hint is sent beside the write and never
// inside its transaction, where it would make all commits wait for each other; so one may be lost, and whoever waits for
// hints also looks by the clock.

const channel = 'assay_changes'
const gatherMs = 200
const reconnectMs = 1000

const pending = new Set<string>()

/** Says that `topic` has changed. At most five hints a second and topic leave a process. */
export function announceChange(topic: string): void {
  if (pending.has(topic)) return
  pending.add(topic)
  setTimeout(() => {
    pending.delete(topic)
    announceOn(channel, topic).catch(error => logger.warn({ error: error.message }, 'a change could not be announced'))
  }, gatherMs).unref()
}

const hints = new EventEmitter().setMaxListeners(0)
const missed = Symbol('missed')
let listener: Promise<pg.Client> | undefined

/** One listening connection per process, from the first who waits on; a lost one is replaced, and wakes everybody. */
function listen(): void {
  if (listener || shutdown.aborted) return
  listener = connect()
  listener.catch(() => again())
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, application_name: 'assay-listener' })
  client.once('error', () => client.end().catch(() => undefined))
  client.once('end', again)
  client.on('notification', ({ payload = '' }) => hints.emit(payload))
  await client.connect()
  await client.query(`LISTEN ${channel}`)
  hints.emit(missed)
  shutdown.addEventListener('abort', () => client.end().catch(() => undefined), { once: true })
  return client
}

function again() {
  listener = undefined
  if (!shutdown.aborted && hints.eventNames().length > 0) setTimeout(listen, reconnectMs).unref()
}

/** Waits for changes of one topic. Those between two calls of `next` are not lost, and count as one. */
export interface ChangeWatch {
  /** Resolves at a change, after `longestMs` at the latest, and at once when the watch has ended. */
  next: (longestMs: number) => Promise<void>
}

/** Watches until `signal` aborts. */
export function watchChanges(topic: string, signal: AbortSignal): ChangeWatch {
  let hasChanged = false
  let wake = () => {}
  const note = () => {
    hasChanged = true
    wake()
  }
  if (!signal.aborted) {
    hints.on(topic, note).on(missed, note)
    listen()
    signal.addEventListener(
      'abort',
      () => {
        hints.off(topic, note).off(missed, note)
        wake()
      },
      { once: true },
    )
  }
  return {
    next: async longestMs => {
      if (!hasChanged && !signal.aborted)
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, longestMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      wake = () => {}
      hasChanged = false
    },
  }
}
