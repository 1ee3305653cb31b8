import 'server-only'
import { db } from '../../platform/db'

/** Removes what was said a month ago, with the log of it. */
export async function discardEvents(): Promise<void> {
  await db.$executeRaw`DELETE FROM webhook_events e WHERE e.at < now() - interval '30 days'
    AND NOT EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.event_id = e.id AND d.state = 'PENDING')`
}
