import 'server-only'
import type { Transaction } from '../../platform/db'
import type { WebhookEventInput } from '../schema'
import { enqueueDelivery } from './enqueue-delivery'

/**
 * Tells every webhook that listens, after the caller's transaction: the event exists if and only if the write does.
 * What nobody listens to is not kept. The data of an event also names its study.
 */
export async function announceEvent(tx: Transaction, event: WebhookEventInput): Promise<void> {
  const { studyId, type, key = null } = event
  const deliveries = await tx.$queryRaw<{ id: string }[]>`
    WITH listening AS (
      SELECT w.id FROM webhooks w
      WHERE w.disabled_at IS NULL AND ${type} = ANY (w.events) AND (w.study_id IS NULL OR w.study_id = ${studyId}::uuid)),
    happened AS (
      INSERT INTO webhook_events (id, study_id, type, key, data)
      SELECT gen_random_uuid(), t.id, ${type}, ${key}, jsonb_build_object('study', jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name))
        || ${JSON.stringify(event.data)}::jsonb
      FROM studies t WHERE t.id = ${studyId}::uuid AND EXISTS (SELECT 1 FROM listening)
      ON CONFLICT (type, key) DO NOTHING RETURNING id)
    INSERT INTO webhook_deliveries (id, webhook_id, event_id) SELECT gen_random_uuid(), l.id, h.id FROM listening l, happened h
    RETURNING id`
  for (const { id } of deliveries) await enqueueDelivery(tx, id)
}
