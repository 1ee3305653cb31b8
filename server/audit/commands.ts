import 'server-only'
import { operatorUserId } from '../people/schema'
import { now } from '../platform/clock'
import type { Transaction } from '../platform/db'
import { requestOrigin } from '../platform/request-origin'
import { canonicalJson } from './canonical-json'

export interface AuditRecord {
  /** Null or {@link operatorUserId}: the operator at the command line, or the system itself. */
  actorId: string | null
  /** What was done, "study.opened": domain and past participle. */
  action: string
  studyId?: string | null
  /** Plain data; must hold nothing that breaks a blind that is still in force. */
  detail?: Record<string, unknown>
}

/** Writes one entry into the hash-chained trail, inside the transaction of the act that it records. */
export async function recordAudit(tx: Transaction, record: AuditRecord): Promise<void> {
  const at = now()
  const actorId = record.actorId === operatorUserId ? null : record.actorId
  const origin = requestOrigin()
  const body = canonicalJson({
    at: at.toISOString(),
    actorId,
    action: record.action,
    studyId: record.studyId ?? null,
    detail: { ...record.detail, ...(origin && { apiKey: origin.apiKey }) },
  })
  // The trigger sets seq, prev_hash and hash under a lock; what is given for them here is never kept.
  await tx.$executeRaw`INSERT INTO audit_entries (seq, at, actor_id, action, study_id, body, prev_hash, hash)
    VALUES (0, ${at}, ${actorId}::uuid, ${record.action}, ${record.studyId ?? null}::uuid, ${body}, '', '')`
}
