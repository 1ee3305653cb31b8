import 'server-only'
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { env } from '../../platform/env'
import type { DeliveryProblem } from '../schema'
import { isPublicAddress } from './public-address'
import { refuseUrl } from './refuse-target'

const timeoutMs = 10_000
const keptBytes = 1024
/** Somebody who answers without end is not read to it. */
const mostBytes = 256 * 1024

export type Outcome =
  | { status: number; answer: string; problem: null }
  | { status: null; answer: ''; problem: DeliveryProblem }

class Refused extends Error {
  constructor(readonly problem: DeliveryProblem) {
    super(problem)
  }
}

const none = (problem: DeliveryProblem): Outcome => ({ status: null, answer: '', problem })

/** Resolves a name, and lets no address through that may not be asked: the connection is made to what was looked at. */
const guardedLookup =
  (allowsPrivate: boolean): LookupFunction =>
  (name, options, done) =>
    dns.lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(new Refused('name'), '', 4)
      if (!allowsPrivate && addresses.some(({ address }) => !isPublicAddress(address)))
        return done(new Refused('private-address'), '', 4)
      const [first] = addresses
      if (!first) return done(new Refused('name'), '', 4)
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })

function problemOf(error: unknown, signal: AbortSignal): DeliveryProblem {
  if (error instanceof Refused) return error.problem
  return signal.aborted ? 'timeout' : 'connection'
}

async function readEnd(response: http.IncomingMessage): Promise<string> {
  let end = Buffer.alloc(0)
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    end = Buffer.concat([end, chunk]).subarray(-keptBytes)
    if (size > mostBytes) break
  }
  response.destroy()
  // PostgreSQL stores no NUL.
  return end.toString('utf8').replaceAll('\0', '\ufffd')
}

/**
 * Sends one message. Follows no redirect, and asks no address of a private network unless the operator allows it. Never
 * throws: what went wrong is told.
 */
export async function postMessage(url: string, headers: Record<string, string>, body: string): Promise<Outcome> {
  const target = new URL(url)
  const allowsPrivate = env().ASSAY_WEBHOOK_PRIVATE_ADDRESSES
  const refused = refuseUrl(url)
  if (refused) return none(refused)
  const signal = AbortSignal.timeout(timeoutMs)
  const { request } = target.protocol === 'https:' ? https : http
  try {
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const outgoing = request(
        target,
        {
          method: 'POST',
          headers: {
            ...headers,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'user-agent': 'Assay-Webhooks/1',
          },
          lookup: guardedLookup(allowsPrivate),
          agent: false,
          signal,
        },
        resolve,
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
    return { status: response.statusCode ?? 0, answer: await readEnd(response), problem: null }
  } catch (error) {
    return none(problemOf(error, signal))
  }
}
