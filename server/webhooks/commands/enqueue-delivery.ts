import 'server-only'
import { enqueueJob } from '../../jobs/commands'
import type { Transaction } from '../../platform/db'

/** Puts a delivery into the queue: they are made one after the other, so that a slow receiver holds up no other job. */
export const enqueueDelivery = (tx: Transaction, deliveryId: string, delaySeconds = 0): Promise<void> =>
  enqueueJob(tx, 'webhooks.deliver', { deliveryId }, `webhooks.deliver:${deliveryId}`, delaySeconds, 'webhooks')
