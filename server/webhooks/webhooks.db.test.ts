import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { judgeAll } from '@/prisma/builders/checked-study'
import { makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { requireAdmin, requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { closeStudy } from '../studies/commands/close-study'
import { setWebhookEnabled } from './commands/change-webhook'
import { createWebhook } from './commands/create-webhook'
import { deliverMessage } from './commands/deliver-message'
import { redeliver, sendTest } from './commands/send-again'
import { sweepJudgments } from './commands/sweep-judgments'
import { listDeliveries, listWebhooks } from './queries/list-webhooks'
import { allWebhooks, type EventType } from './schema'

process.env.NEXTAUTH_SECRET ??= 'a secret of the tests, thirty-two characters long'
process.env.ASSAY_WEBHOOK_PRIVATE_ADDRESSES = 'true'

interface Received {
  headers: IncomingHttpHeaders
  body: string
}

/** A real receiver: answers with what stands in `answers`, then with 200. */
let server: Server
let origin = ''
const received: Received[] = []
const answers: { status: number; body?: string; headers?: Record<string, string> }[] = []

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers, body })
    const { status, body: text = 'fine', headers } = answers.shift() ?? { status: 200 }
    response.writeHead(status, headers).end(text)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise(resolve => server.close(resolve))
  await disconnect()
})
beforeEach(async () => {
  received.length = 0
  answers.length = 0
  await db.webhook.deleteMany()
})

async function listening(events: EventType[], study: string | null = null) {
  const { signInId } = await makeSignedIn({ role: 'ADMIN' })
  const admin = await requireAdmin(signInId)
  const { id, secret } = await createWebhook(admin, allWebhooks, { url: `${origin}/hook`, events, study })
  const deliveries = () => listDeliveries(admin, allWebhooks, id)
  const deliverAll = async () => {
    for (const { id: deliveryId, state } of await deliveries())
      if (state === 'PENDING') await deliverMessage(deliveryId)
  }
  return { admin, signInId, id, secret, deliveries, deliverAll }
}

const queued = (deliveryId: string) => db.$queryRaw<{ seconds: number; queue: string }[]>`
  SELECT EXTRACT(EPOCH FROM j.run_at - now())::float8 AS seconds, q.queue_name AS queue
  FROM graphile_worker._private_jobs j LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
  WHERE j.key = ${`webhooks.deliver:${deliveryId}`}`

test('a closed study is told of, signed as Standard Webhooks says, and noted', async () => {
  const hook = await listening(['study.closed'])
  const { studyId } = await makeStudy({ items: [{}] })
  await closeStudy(await requireStudy(hook.signInId, studyId), { acceptUnfinished: true })
  const [delivery] = await hook.deliveries()
  expect(await queued(delivery?.id ?? '')).toMatchObject([{ queue: 'webhooks' }])
  await hook.deliverAll()
  expect(received).toHaveLength(1)
  const [{ headers, body }] = received as [Received]
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = headers
  const key = Buffer.from(hook.secret.replace('whsec_', ''), 'base64')
  expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`)
  expect(Math.abs(Number(at) * 1000 - Date.now())).toBeLessThan(60_000)
  expect(JSON.parse(body)).toMatchObject({
    type: 'study.closed',
    timestamp: expect.stringMatching(/Z$/),
    data: { study: { id: studyId }, unfinished: { openPlaces: 1 } },
  })
  expect(await hook.deliveries()).toMatchObject([
    { type: 'study.closed', state: 'DELIVERED', attempts: [{ status: 200, problem: null, answer: 'fine' }] },
  ])
  const stored = await db.webhook.findUniqueOrThrow({ where: { id: hook.id } })
  expect(Buffer.from(stored.sealedSecret).includes(key)).toBe(false)
})

test('of another study, of another event, or stopped: it hears nothing', async () => {
  const other = await makeStudy({ items: [{}] })
  const slug = (await db.study.findUniqueOrThrow({ where: { id: other.studyId } })).slug
  const elsewhere = await listening(['study.closed'], slug)
  const otherEvent = await listening(['study.opened'])
  const stopped = await listening(['study.closed'])
  await setWebhookEnabled(stopped.admin, allWebhooks, { webhookId: stopped.id, isEnabled: false })
  const { studyId } = await makeStudy({ items: [{}] })
  await closeStudy(await requireStudy(stopped.signInId, studyId), { acceptUnfinished: true })
  for (const hook of [elsewhere, otherEvent, stopped]) expect(await hook.deliveries()).toEqual([])
  await closeStudy(await requireStudy(stopped.signInId, other.studyId), { acceptUnfinished: true })
  expect(await elsewhere.deliveries()).toHaveLength(1)
})

test('what does not arrive is sent again later with the same id, and after the last time it is given up', async () => {
  const hook = await listening(['study.closed'])
  const { studyId } = await makeStudy({ items: [{}] })
  await closeStudy(await requireStudy(hook.signInId, studyId), { acceptUnfinished: true })
  answers.push(
    { status: 500, body: `${'x'.repeat(3000)}the end\0` },
    { status: 302, headers: { location: `${origin}/other` } },
  )
  await hook.deliverAll()
  const [first] = await hook.deliveries()
  expect(first).toMatchObject({
    state: 'PENDING',
    attempts: [{ status: 500, answer: expect.stringMatching(/the end.$/) }],
  })
  expect(first?.attempts[0]?.answer.length).toBeLessThanOrEqual(1024)
  await hook.deliverAll()
  expect(await hook.deliveries()).toMatchObject([{ state: 'PENDING', attempts: [{ status: 302 }, { status: 500 }] }])
  const [{ seconds } = { seconds: 0 }] = await queued(first?.id ?? '')
  expect(seconds).toBeGreaterThan(200)
  await hook.deliverAll()
  expect(await hook.deliveries()).toMatchObject([{ state: 'DELIVERED' }])
  expect(new Set(received.map(message => message.headers['webhook-id'])).size).toBe(1)
  expect(new Set(received.map(message => message.body)).size).toBe(1)
  await deliverMessage(first?.id ?? '')
  expect(received).toHaveLength(3)

  await redeliver(hook.admin, allWebhooks, { webhookId: hook.id, deliveryId: first?.id ?? '' })
  answers.push(...Array.from({ length: 12 }, () => ({ status: 503 })))
  for (let attempt = 0; attempt < 12; attempt++) await hook.deliverAll()
  expect((await hook.deliveries())[0]?.state).toBe('FAILED')
  expect(received).toHaveLength(3 + 7)
})

test('a receiver that is gone is not asked again; a test can be sent all the same', async () => {
  const hook = await listening(['study.closed'])
  answers.push({ status: 410 })
  const { studyId } = await makeStudy({ items: [{}] })
  await closeStudy(await requireStudy(hook.signInId, studyId), { acceptUnfinished: true })
  await hook.deliverAll()
  expect((await listWebhooks(hook.admin, allWebhooks))[0]).toMatchObject({
    isEnabled: false,
    lastAttempt: { status: 410 },
  })
  const { deliveryId } = await sendTest(hook.admin, allWebhooks, hook.id)
  await deliverMessage(deliveryId)
  expect(JSON.parse(received.at(-1)?.body ?? '{}')).toMatchObject({ type: 'webhook.test', data: { webhook: hook.id } })
})

describe('judgments', () => {
  test('are announced once each, however often the window is looked at, and say nothing that unblinds', async () => {
    const person = await makeSignedIn()
    const { studyId } = await makeStudy({
      items: [{}, {}, {}],
      models: ['Alder-canary', 'Birch-canary', 'Cedar-canary'],
      memberIds: [person.userId],
    })
    const hook = await listening(['assignment.judged'])
    await judgeAll(person, studyId, true, 3)
    await Promise.all([sweepJudgments(), sweepJudgments()])
    await sweepJudgments()
    expect(await hook.deliveries()).toHaveLength(3)
    await hook.deliverAll()
    expect(received).toHaveLength(3)
    const { pseudonym } = await db.user.findUniqueOrThrow({ where: { id: person.userId } })
    for (const { body } of received) {
      const message = JSON.parse(body)
      expect(Object.keys(message.data).sort()).toEqual([
        'annotator',
        'item',
        'judgment',
        'occasion',
        'revision',
        'study',
        'submittedAt',
      ])
      expect(message.data).toMatchObject({ annotator: pseudonym, occasion: 'judgment', revision: 1 })
      expect(body).not.toMatch(/canary|value|score|GOLD/)
    }
  })

  test('that became visible late are found, those before the webhook are not', async () => {
    const person = await makeSignedIn()
    const { studyId } = await makeStudy({ items: [{}, {}], memberIds: [person.userId] })
    await judgeAll(person, studyId, true, 1)
    await db.$executeRaw`UPDATE judgments SET submitted_at = now() - interval '10 minutes' WHERE study_id = ${studyId}::uuid`
    const hook = await listening(['assignment.judged'])
    await judgeAll(person, studyId, true, 1)
    await db.$executeRaw`UPDATE webhooks SET judged_until = now() + interval '1 minute'`
    await sweepJudgments()
    expect(await hook.deliveries()).toHaveLength(1)
  })
})
