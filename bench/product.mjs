// The product under load: its production web server on a fresh copy, and annotators who work through real requests.
import { randomUUID } from 'node:crypto'
import jwt from 'next-auth/jwt'
import { applicationEnvironment } from '../scripts/application-environment.mjs'
import { stopChild } from '../scripts/child-process.mjs'
import { freePort } from '../scripts/free-port.mjs'
import { startReadyWeb } from '../scripts/web-server.mjs'
import { closedLoop } from './closed-loop.mjs'
import { freshCopy, readCounters } from './fresh-copy.mjs'
import { openTrpcClient } from './http-client.mjs'
import { readSignIns } from './study-data.mjs'

const host = '127.0.0.1'
const turnsPerPerson = 400

/** The environment of a web server on `copy`, listening on `port`. */
export const environmentOf = (copy, port) => ({
  ...applicationEnvironment({ url: copy.url, name: 'bench' }, { host, port }),
  NEXTAUTH_URL: `http://localhost:${port}`,
})

/** One cookie per made-up person, as a sign-in leaves it. */
export async function makeCookies(copy, secret) {
  const signIns = await readSignIns(copy.url)
  return Promise.all(
    signIns.map(async signInId => `next-auth.session-token=${await jwt.encode({ token: { signInId }, secret })}`),
  )
}

/** Starts the product on a fresh copy of `template`, in which an item has `slots` responses. */
export async function startProduct(server, template, { slots = 3 } = {}) {
  const copy = await freshCopy(server, template)
  const port = await freePort(0, host)
  const env = environmentOf(copy, port)
  const { child } = await startReadyWeb({ env, host, port })
  const cookies = await makeCookies(copy, env.NEXTAUTH_SECRET)
  const counters = readCounters(server, copy, child.pid)
  return {
    baseUrl: `http://${host}:${port}`,
    pid: child.pid,
    copy,
    cookies,
    counters,
    slots,
    nextPerson: 0,
    acknowledged: new Map(),
    stop: async () => {
      await stopChild(child)
      await copy.dispose()
    },
  }
}

/** What a person enters for all responses. */
const judgmentContent = slots => ({
  ratings: Array.from({ length: slots }, (_, at) => ({ criterion: 'score', slot: at + 1, value: 5 + (at % 4) })),
})

/** An annotator of `product`; a new person takes over after 400 turns, so that nobody runs out of items. */
function openAnnotator(product) {
  return { product, trpc: null, assignment: null, turns: 0 }
}

async function changePerson(annotator) {
  annotator.trpc?.close()
  const { product } = annotator
  const cookie = product.cookies[product.nextPerson++ % product.cookies.length]
  annotator.trpc = openTrpcClient(product.baseUrl, { cookie })
  annotator.turns = 0
  const next = await annotator.trpc.mutate('assignments.continueStudy', { study: 'bench' })
  annotator.assignment = next.status === 'assignment' ? next.assignment : null
  if (!annotator.assignment) throw new Error(`nothing to judge: ${next.reason}`)
}

/** One turn: save what was entered, submit it; the next item comes with the answer. */
async function judgeOne(annotator, timed) {
  if (!annotator.assignment || annotator.turns >= turnsPerPerson) await changePerson(annotator)
  const { trpc, assignment, product } = annotator
  const content = judgmentContent(product.slots)
  const key = randomUUID()
  const saved = await timed('save', () =>
    trpc.mutate('judgments.saveDraft', { assignment, base: 0, content, activeMs: 30_000 }),
  )
  if (saved.status !== 'saved') throw new Error(`saveDraft: ${saved.status}`)
  annotator.assignment = null
  const submitted = await timed('submit', () =>
    trpc.mutate('judgments.submit', { assignment, key, content, activeMs: 40_000 }),
  )
  if (submitted.status !== 'submitted') throw new Error(`submit: ${submitted.status}`)
  product.acknowledged.set(key, assignment)
  annotator.assignment = submitted.next
  annotator.turns++
}

/**
 * `count` annotators at work. The function that is returned runs one slice of `seconds`; they go on where they stopped,
 * and are not connected in between. `during` as in `closedLoop`.
 */
export function annotatorsAtWork(product, count) {
  const annotators = Array.from({ length: count }, () => openAnnotator(product))
  return async (seconds, during) => {
    const readCounters = product.counters
    const slice = await closedLoop({ clients: annotators, turn: judgeOne, seconds, readCounters, during })
    for (const annotator of annotators) annotator.trpc?.close()
    return slice
  }
}
