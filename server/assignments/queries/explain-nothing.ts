import 'server-only'
import type { MemberAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import { showLanguageKey } from '../language-pair'
import type { NothingReason } from '../schema'

interface Explanation {
  reason: NothingReason
  detail: Record<string, string>
}

/** Why a member finds nothing to judge in a study. */
export async function explainNothing(member: MemberAccess): Promise<Explanation> {
  if (member.state === 'PAUSED') return { reason: 'paused', detail: {} }
  if (member.state !== 'OPEN') return { reason: 'closed', detail: {} }
  const protocol = await getProtocol(member.studyId, member.protocolVersion)
  const membership = await db.studyAnnotator.findUniqueOrThrow({
    where: { studyId_userId: { studyId: member.studyId, userId: member.actor.userId } },
    select: { quota: true, languages: true, expertiseIds: true, qualification: true, haltedAt: true },
  })
  if (membership.haltedAt) return { reason: 'halted', detail: {} }
  if (membership.qualification === 'FAILED') return { reason: 'not-qualified', detail: {} }
  if (membership.qualification === 'PENDING') return { reason: 'training-done', detail: {} }
  const { languages, expertiseIds } = membership
  const [count] = await sql<{ done: number; extra: number; open: number; matching: number }>(
    'explain_nothing',
    `SELECT
       (SELECT count(*)::int FROM assignments a JOIN items i ON i.id = a.item_id WHERE a.user_id = $2 AND a.study_id = $1
          AND a.state IN ('AHEAD', 'SHOWN', 'SUBMITTED') AND a.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY') AS done,
       -- What checks people looks like any other work: it stands in their share as it does in their list.
       (SELECT count(*)::int FROM places f JOIN items i ON i.id = f.item_id WHERE f.for_user_id = $2 AND f.study_id = $1
          AND f.due_after >= 0 AND (i.purpose <> 'STUDY' OR f.state = 'JUDGED')) AS extra,
       (SELECT count(*)::int FROM (SELECT 1 FROM places p WHERE p.study_id = $1 AND p.state <> 'JUDGED' AND p.for_user_id IS NULL AND p.language = ANY ($3)
          AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = $2 AND a.item_id = p.item_id AND a.occasion = p.occasion AND a.variant = p.variant AND a.state NOT IN ('RETURNED', 'CANCELLED')) LIMIT 1) o) AS open,
       (SELECT count(*)::int FROM (SELECT 1 FROM places p WHERE p.study_id = $1 AND p.language = ANY ($3) AND p.category_id = ANY ($4::uuid[]) LIMIT 1) m) AS matching`,
    [member.studyId, member.actor.userId, languages, expertiseIds],
  )
  const quota = membership.quota ?? protocol.quotaPerAnnotator
  if (quota !== null && (count?.done ?? 0) >= quota)
    return { reason: 'quota', detail: { quota: String(quota + (count?.extra ?? 0)) } }
  if (languages.length === 0) {
    const wanted = await sql<{ language: string }>(
      'languages_wanted',
      `SELECT DISTINCT language_key(source_language, language) AS language FROM items
       WHERE study_id = $1 AND NOT recorded_only ORDER BY 1`,
      [member.studyId],
    )
    return {
      reason: 'no-language',
      detail: {
        languages: wanted.map(item => showLanguageKey(item.language)).join(', '),
        proficiency: protocol.minimumProficiency,
      },
    }
  }
  if (protocol.expertise === 'require' && !count?.matching) return { reason: 'no-expertise', detail: {} }
  return { reason: count?.open ? 'all-taken' : 'all-done', detail: {} }
}
