import 'server-only'
import type { AdminAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import type { DeliveryProblem, DeliveryState, EventType, WebhookScope } from '../schema'

export interface WebhookView {
  id: string
  url: string
  events: EventType[]
  studySlug: string | null
  studyName: string | null
  isEnabled: boolean
  createdAt: Date
  createdBy: string | null
  /** Of the last day. */
  delivered: number
  failed: number
  pending: number
  lastAttempt: { at: Date; status: number | null; problem: DeliveryProblem | null } | null
}

const columns = `w.id, w.url, w.events, t.slug AS "studySlug", t.name AS "studyName", w.disabled_at IS NULL AS "isEnabled",
  w.created_at AS "createdAt", u.name AS "createdBy", d.delivered, d.failed, d.pending, l.at AS "lastAt", l.status AS "lastStatus",
  l.problem AS "lastProblem"`
const from = `webhooks w LEFT JOIN studies t ON t.id = w.study_id LEFT JOIN users u ON u.id = w.created_by_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'DELIVERED')::int AS delivered, count(*) FILTER (WHERE state = 'FAILED')::int AS failed,
      count(*) FILTER (WHERE state = 'PENDING')::int AS pending
    FROM webhook_deliveries WHERE webhook_id = w.id AND created_at > now() - interval '1 day') d
  LEFT JOIN LATERAL (
    SELECT a.at, a.status, a.problem FROM webhook_deliveries e JOIN webhook_attempts a ON a.delivery_id = e.id
    WHERE e.webhook_id = w.id AND e.created_at > now() - interval '4 days' ORDER BY a.at DESC LIMIT 1) l ON true`

interface Row extends Omit<WebhookView, 'lastAttempt'> {
  lastAt: Date | null
  lastStatus: number | null
  lastProblem: DeliveryProblem | null
}

const toView = ({ lastAt, lastStatus, lastProblem, ...row }: Row): WebhookView => ({
  ...row,
  lastAttempt: lastAt && { at: lastAt, status: lastStatus, problem: lastProblem },
})

/** The webhooks that the scope reaches, the newest first; at most 500. Their secrets cannot be shown again. */
export async function listWebhooks(_admin: AdminAccess, { studyId }: WebhookScope): Promise<WebhookView[]> {
  const rows = await sql<Row>(
    'list_webhooks',
    `SELECT ${columns} FROM ${from} WHERE ($1::uuid IS NULL OR w.study_id = $1) ORDER BY w.created_at DESC, w.id LIMIT 500`,
    [studyId],
  )
  return rows.map(toView)
}

/** One of them, or null. */
export async function findWebhook(
  _admin: AdminAccess,
  { studyId }: WebhookScope,
  webhookId: string,
): Promise<WebhookView | null> {
  const [row] = await sql<Row>(
    'find_webhook',
    `SELECT ${columns} FROM ${from} WHERE w.id::text = $2 AND ($1::uuid IS NULL OR w.study_id = $1)`,
    [studyId, webhookId],
  )
  return row ? toView(row) : null
}

/** @throws not_found */
export async function getWebhook(admin: AdminAccess, scope: WebhookScope, webhookId: string): Promise<WebhookView> {
  const webhook = await findWebhook(admin, scope, webhookId)
  if (!webhook) throw new DomainError('not_found', 'There is no such webhook.')
  return webhook
}

export interface DeliveryView {
  id: string
  type: string
  state: DeliveryState
  createdAt: Date
  attempts: { at: Date; status: number | null; durationMs: number; problem: DeliveryProblem | null; answer: string }[]
}

/** The newest hundred deliveries of a webhook, the newest first, each with its last ten attempts. @throws not_found */
export async function listDeliveries(
  admin: AdminAccess,
  scope: WebhookScope,
  webhookId: string,
): Promise<DeliveryView[]> {
  const { id } = await getWebhook(admin, scope, webhookId)
  const rows = await sql<DeliveryView>(
    'list_deliveries',
    `SELECT d.id, e.type, d.state::text AS state, d.created_at AS "createdAt",
       COALESCE((SELECT json_agg(json_build_object('at', a.at, 'status', a.status, 'durationMs', a.duration_ms, 'problem', a.problem,
           'answer', a.answer) ORDER BY a.at DESC)
         FROM (SELECT * FROM webhook_attempts WHERE delivery_id = d.id ORDER BY at DESC LIMIT 10) a), '[]') AS attempts
     FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id
     WHERE d.webhook_id = $1 ORDER BY d.created_at DESC, d.id LIMIT 100`,
    [id],
  )
  return rows.map(row => ({
    ...row,
    attempts: row.attempts.map(attempt => ({ ...attempt, at: new Date(attempt.at) })),
  }))
}
