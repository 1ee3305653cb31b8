import 'server-only'
import { type BlindedAssignmentData, blindedAssignmentSchema } from '../../blinding/schema'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { randomBelow, randomId } from '../../platform/randomness'
import type { Protocol } from '../schema'
import { getStudySettings } from './get-study'

export interface ItemPreview {
  content: BlindedAssignmentData
  protocol: Protocol
  externalId: string
  /** From 1. */
  number: number
  count: number
}

interface Row {
  external_id: string
  number: number
  content: Omit<BlindedAssignmentData, 'id' | 'responses'> & { responses: string[][] }
}

/**
 * An item as an annotator would see it, under a handle and in an order of its own: nothing is stored, and nothing says
 * which response is whose. Null: the study has no item that can be judged.
 */
export async function findItemPreview(
  study: StudyAccess,
  asked: { item?: string; number?: number },
): Promise<ItemPreview | null> {
  const { protocol } = await getStudySettings(study)
  const count = await db.item.count({ where: { studyId: study.studyId, recordedOnly: false } })
  const hidden = ['NOT_COLLECTED', ...(protocol.statusRules.failed === 'judged' ? [] : ['FAILED'])]
  const number = Math.min(Math.max(1, asked.number ?? 1), Math.max(1, count))
  const [row] = await db.$queryRaw<Row[]>`
    SELECT i.external_id, i.number::int, jsonb_build_object(
      'language', i.language,
      'category', (SELECT jsonb_build_object('code', c.code, 'name', c.name) FROM categories c WHERE c.id = i.category_id),
      'messages', i.messages,
      'references', to_jsonb(i.references),
      'sourceLanguage', i.source_language,
      'context', i.context,
      'rubric', (SELECT jsonb_build_object('version', u.version, 'points', u.points) FROM rubrics u
        WHERE u.item_id = i.id ORDER BY u.version DESC LIMIT 1),
      'omitted', '[]'::jsonb,
      'reveal', 'now',
      'training', NULL,
      'feedback', false,
      'decides', false,
      'responses', COALESCE((SELECT jsonb_agg(to_jsonb(r.turns)) FROM responses r
        WHERE r.id IN (SELECT p.representative_id FROM responses p WHERE p.item_id = i.id AND p.status::text <> ALL (${hidden}))), '[]')) AS content
    FROM (SELECT *, row_number() OVER (ORDER BY position) AS number FROM items
      WHERE study_id = ${study.studyId}::uuid AND NOT recorded_only) i
    WHERE CASE WHEN ${asked.item ?? null}::text IS NULL THEN i.number = ${number}
      ELSE i.id::text = ${asked.item ?? null} OR i.external_id = ${asked.item ?? null} END
    LIMIT 1`
  if (!row) return null
  const { content } = row
  const isReferenceShown =
    protocol.referenceShown.includes('*') || protocol.referenceShown.includes(content.category?.code ?? '*')
  const parsed = blindedAssignmentSchema.safeParse({
    ...content,
    id: randomId(),
    references: isReferenceShown ? content.references : [],
    responses: shuffled(content.responses).map(turns => ({ turns })),
  })
  // An item without responses cannot be judged, and so has no preview.
  return parsed.success
    ? { content: parsed.data, protocol, externalId: row.external_id, number: row.number, count }
    : null
}

function shuffled<T>(list: readonly T[]): T[] {
  const left = [...list]
  return list.flatMap(() => left.splice(randomBelow(left.length), 1))
}
