import 'server-only'
import type { AdminAccess } from '../people/access'
import { sql } from '../platform/db'
import { breakOf, type ChainEntry, type ChainHead, type ChainVerdict, hex } from './audit-chain'
import { auditPageSize, type ListAudit } from './schema'

export interface AuditLine {
  seq: string
  at: Date
  actorId: string | null
  actorName: string | null
  action: string
  studySlug: string | null
  studyName: string | null
  detail: Record<string, unknown>
}

interface Row extends Omit<AuditLine, 'detail'> {
  body: string
}

/** One page of the trail, the newest first, and whether there is another. */
export async function listAuditEntries(
  _admin: AdminAccess,
  filter: ListAudit,
): Promise<{ lines: AuditLine[]; hasMore: boolean }> {
  const rows = await sql<Row>(
    'list_audit_entries',
    `SELECT e.seq::text AS seq, e.at, e.actor_id AS "actorId", u.name AS "actorName", e.action, t.slug AS "studySlug",
       t.name AS "studyName", e.body
     FROM audit_entries e LEFT JOIN users u ON u.id = e.actor_id LEFT JOIN studies t ON t.id = e.study_id
     WHERE ($1::text IS NULL OR CASE $1 WHEN 'operator' THEN e.actor_id IS NULL ELSE e.actor_id::text = $1 END)
       AND ($2::text IS NULL OR starts_with(e.action, $2))
       AND ($3::text IS NULL OR e.study_id = (SELECT id FROM studies WHERE slug = $3 OR id::text = $3 LIMIT 1))
       AND ($4::bigint IS NULL OR e.seq < $4)
     ORDER BY e.seq DESC LIMIT $5`,
    [filter.actor, filter.action, filter.study, filter.before, auditPageSize + 1],
  )
  const lines = rows
    .slice(0, auditPageSize)
    .map(({ body, ...row }) => ({ ...row, detail: (JSON.parse(body) as { detail: Record<string, unknown> }).detail }))
  return { lines, hasMore: rows.length > auditPageSize }
}

export interface AuditChoices {
  actors: { id: string; name: string }[]
  actions: string[]
  studies: { slug: string; name: string }[]
}

/** What the trail can be filtered by. */
export async function listAuditChoices(_admin: AdminAccess): Promise<AuditChoices> {
  const [actors, actions, studies] = await Promise.all([
    sql<{ id: string; name: string }>(
      'audit_actors',
      'SELECT id, name FROM users u WHERE EXISTS (SELECT 1 FROM audit_entries e WHERE e.actor_id = u.id) ORDER BY name LIMIT 500',
      [],
    ),
    sql<{ action: string }>('audit_actions', 'SELECT DISTINCT action FROM audit_entries ORDER BY action', []),
    sql<{ slug: string; name: string }>('audit_studies', 'SELECT slug, name FROM studies ORDER BY name LIMIT 1000', []),
  ])
  return { actors, actions: actions.map(row => row.action), studies }
}

const batchSize = 2_000

async function* readTrail(filter: { studyId: string | null }): AsyncGenerator<ChainEntry[]> {
  for (let last = 0n; ; ) {
    const rows = await sql<ChainEntry & { seq: string }>(
      'read_trail',
      // Qualified: a bare "seq" would sort by the text that is given out.
      `SELECT e.seq::text AS seq, e.at, e.actor_id AS "actorId", e.action, e.study_id AS "studyId", e.body,
         e.prev_hash AS "prevHash", e.hash
       FROM audit_entries e WHERE e.seq > $1 AND ($2::uuid IS NULL OR e.study_id = $2) ORDER BY e.seq LIMIT ${batchSize}`,
      [last, filter.studyId],
    )
    const entries = rows.map(row => ({ ...row, seq: BigInt(row.seq) }))
    yield entries
    const end = entries.at(-1)
    if (!end || entries.length < batchSize) return
    last = end.seq
  }
}

/** Recomputes every hash of the whole trail, in batches: its length costs time, not memory. */
export async function verifyTrail(_admin: AdminAccess): Promise<ChainVerdict> {
  let head: ChainHead = null
  let count = 0
  for await (const entries of readTrail({ studyId: null }))
    for (const entry of entries) {
      const why = breakOf(head, entry)
      if (why) return { isWhole: false, entries: count, brokenAt: String(entry.seq), why }
      head = { seq: entry.seq, hash: entry.hash }
      count++
    }
  return { isWhole: true, entries: count, headHash: head ? hex(head.hash) : null }
}

/** The trail as JSON lines with hashes, so that anybody can verify it elsewhere. */
export function auditExportStream(_admin: AdminAccess, filter: { studyId: string | null }): ReadableStream<Uint8Array> {
  const batches = readTrail(filter)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await batches.next()
      if (done) return controller.close()
      const lines = value.map(
        ({ seq, body, prevHash, hash }) =>
          `${JSON.stringify({ seq: String(seq), ...JSON.parse(body), body, prevHash: hex(prevHash), hash: hex(hash) })}\n`,
      )
      controller.enqueue(encoder.encode(lines.join('')))
    },
    async cancel() {
      await batches.return(undefined)
    },
  })
}
