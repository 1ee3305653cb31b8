import 'server-only'
import { recordAudit } from '../../audit/commands'
import { now } from '../../platform/clock'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { openSealed } from '../../platform/seal'
import { type Outcome, postMessage } from '../adapters/post-message'
import { messageBody, messageId } from '../message-body'
import { retryDelaySeconds } from '../retry-delay'
import { type DeliveryProblem, testEventType } from '../schema'
import { signedHeaders } from '../sign-message'
import { secretPurpose } from './create-webhook'
import { enqueueDelivery } from './enqueue-delivery'

/** Waiting does not help against these. */
const hopeless = new Set<DeliveryProblem>(['private-address', 'insecure', 'port', 'secret'])

const findDelivery = (deliveryId: string) =>
  db.webhookDelivery.findUnique({
    where: { id: deliveryId, state: 'PENDING' },
    select: {
      id: true,
      event: { select: { id: true, type: true, at: true, data: true } },
      webhook: { select: { id: true, studyId: true, url: true, sealedSecret: true, disabledAt: true } },
    },
  })
type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>

async function send({ event, webhook }: Delivery): Promise<Outcome> {
  let secret: string
  try {
    secret = openSealed(secretPurpose, webhook.sealedSecret)
  } catch (error) {
    if (error instanceof DomainError) return { status: null, answer: '', problem: 'secret' }
    throw error
  }
  const body = messageBody(event)
  const atSeconds = Math.floor(now().getTime() / 1000)
  return postMessage(webhook.url, signedHeaders(secret, messageId(event.id), atSeconds, body), body)
}

/** An address that is gone for good is not asked again. */
async function stopWebhook(tx: Transaction, { webhook }: Delivery) {
  await tx.$executeRaw`UPDATE webhooks SET disabled_at = COALESCE(disabled_at, now()) WHERE id = ${webhook.id}::uuid`
  await recordAudit(tx, {
    actorId: null,
    action: 'webhook.disabled',
    studyId: webhook.studyId,
    detail: { webhookId: webhook.id, reason: 'The receiver answered that it is gone (410).' },
  })
}

/**
 * Makes one attempt at a delivery, notes what came of it, and puts off the next one. A crash before the note makes it
 * again with the same id: receivers get every message at least once.
 */
export async function deliverMessage(deliveryId: string): Promise<void> {
  const delivery = await findDelivery(deliveryId)
  if (!delivery) return
  if (delivery.webhook.disabledAt && delivery.event.type !== testEventType) {
    await db.webhookDelivery.updateMany({ where: { id: deliveryId }, data: { state: 'FAILED' } })
    return
  }
  const startedMs = performance.now()
  const outcome = await send(delivery)
  const durationMs = Math.round(performance.now() - startedMs)
  await db.$transaction(async tx => {
    const { status, answer, problem } = outcome
    await tx.webhookAttempt.create({ data: { deliveryId, status, durationMs, problem, answer } })
    if (status !== null && status >= 200 && status < 300) {
      await tx.webhookDelivery.updateMany({ where: { id: deliveryId }, data: { state: 'DELIVERED' } })
      return
    }
    const attempts = await tx.webhookAttempt.count({ where: { deliveryId } })
    const isFinal =
      status === 410 || (problem !== null && hopeless.has(problem)) || delivery.event.type === testEventType
    const delaySeconds = isFinal ? null : retryDelaySeconds(attempts)
    if (status === 410) await stopWebhook(tx, delivery)
    if (delaySeconds === null)
      await tx.webhookDelivery.updateMany({ where: { id: deliveryId }, data: { state: 'FAILED' } })
    else await enqueueDelivery(tx, deliveryId, delaySeconds)
  })
}
