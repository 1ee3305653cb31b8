import 'server-only'
import type { AdminAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { randomId } from '../../platform/randomness'
import { testEventType, type WebhookScope } from '../schema'
import { lockWebhook } from './change-webhook'
import { enqueueDelivery } from './enqueue-delivery'

/** Sends a message that says nothing, also to a webhook that is stopped. Returns the delivery's id. @throws not_found */
export async function sendTest(
  _admin: AdminAccess,
  scope: WebhookScope,
  webhookId: string,
): Promise<{ deliveryId: string }> {
  const [eventId, deliveryId] = [randomId(), randomId()]
  await db.$transaction(async tx => {
    const { id, studyId } = await lockWebhook(tx, scope, webhookId)
    const data = { webhook: id }
    await tx.webhookEvent.create({ data: { id: eventId, studyId, type: testEventType, data } })
    await tx.webhookDelivery.create({ data: { id: deliveryId, webhookId: id, eventId } })
    await enqueueDelivery(tx, deliveryId)
  })
  return { deliveryId }
}

/** Sends a message once more, with the same id: receivers tell by it that they have it already. @throws not_found */
export async function redeliver(
  _admin: AdminAccess,
  scope: WebhookScope,
  { webhookId, deliveryId }: { webhookId: string; deliveryId: string },
): Promise<void> {
  await db.$transaction(async tx => {
    const { id } = await lockWebhook(tx, scope, webhookId)
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, webhookId: id },
      data: { state: 'PENDING' },
    })
    if (count === 0) throw new DomainError('not_found', 'There is no such delivery.')
    await enqueueDelivery(tx, deliveryId)
  })
}
