// What others notice while ten people sign in at once, again and again.
import { say } from '../scripts/progress.mjs'
import { inTurn } from './closed-loop.mjs'
import { openClient } from './http-client.mjs'
import { summarise } from './numbers.mjs'
import { annotatorsAtWork, startProduct } from './product.mjs'
import { emailOf, ensureStudyTemplate, password } from './study-data.mjs'
import { smallStudy } from './submit-loops.mjs'

const annotators = 10
const atOnce = 10
// The people with the highest numbers sign in; the first ones judge.
const firstToSignIn = 500
const peopleToSignIn = 100

/** Signs a person in as the sign-in page does. @throws when it is refused */
async function signIn(baseUrl, email) {
  const start = openClient(baseUrl)
  const csrf = await start.request('GET', '/api/auth/csrf')
  start.close()
  const { csrfToken } = JSON.parse(csrf.text)
  const cookie = (csrf.headers['set-cookie'] ?? []).map(each => each.split(';')[0]).join('; ')
  const client = openClient(baseUrl, { cookie })
  const body = new URLSearchParams({ csrfToken, email, password, json: 'true' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await client.request('POST', '/api/auth/callback/credentials', { body, headers })
  client.close()
  const isIn = (answer.headers['set-cookie'] ?? []).some(each => each.includes('next-auth.session-token='))
  if (!isIn) throw new Error(`sign-in: ${answer.status} ${answer.text.slice(0, 200)}`)
}

async function signInAgainAndAgain(baseUrl, seconds) {
  const times = []
  let person = 0
  const one = async () => {
    const startedMs = performance.now()
    await signIn(baseUrl, emailOf(firstToSignIn + (person++ % peopleToSignIn)))
    times.push(performance.now() - startedMs)
  }
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) await Promise.all(Array.from({ length: atOnce }, one))
  return times
}

async function measureRound(product, seconds) {
  const times = []
  const signIns = async share => times.push(...(await signInAgainAndAgain(product.baseUrl, share)))
  const work = annotatorsAtWork(product, annotators)
  const sides = { quiet: share => work(share), busy: share => work(share, () => signIns(share)) }
  const { quiet, busy } = await inTurn(sides, seconds)
  return { quiet, busy, signIns: times.length, signInMs: summarise(times) }
}

/** @returns one record per round: `{quiet, busy, signIns, signInMs}` */
export async function measureSignIn(server, { rounds, seconds }) {
  const product = await startProduct(server, await ensureStudyTemplate(server, smallStudy))
  await signIn(product.baseUrl, emailOf(firstToSignIn))
  await measureRound(product, 1)
  const results = []
  for (let round = 0; round < rounds; round++) {
    say(`sign-ins: round ${round + 1} of ${rounds}`)
    results.push(await measureRound(product, seconds))
  }
  await product.stop()
  return results
}
