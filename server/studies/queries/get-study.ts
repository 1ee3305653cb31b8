import 'server-only'
import type { StudyAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { type Protocol, protocolSchema, type StudyState } from '../schema'
import { allowedActs, type StudyAct } from '../study-lifecycle'

export interface StudyHead {
  id: string
  slug: string
  name: string
  state: StudyState
  disclosure: string
  preset: string
  isArchived: boolean
  isBlind: boolean
  isUnblinded: boolean
  sealed: boolean
  createdAt: Date
  openedAt: Date | null
  closedAt: Date | null
  /** What the study's state allows now. */
  acts: StudyAct[]
  counts: { items: number; models: number; annotators: number; openFlags: number; recorded: number }
}

interface Row extends Omit<StudyHead, 'acts' | 'counts' | 'sealed'> {
  items: number
  models: number
  annotators: number
  openFlags: number
  recorded: number
  live: boolean
}

/** What stands above all pages of a study. */
export async function getStudy(study: StudyAccess): Promise<StudyHead> {
  const [row] = await sql<Row>(
    'get_study_head',
    `SELECT t.id, t.slug, t.name, t.state, t.disclosure, t.preset, t.archived_at IS NOT NULL AS "isArchived",
       COALESCE((p.definition->>'blindAdmins')::boolean, true) AS "isBlind", t.unblinded_at IS NOT NULL AS "isUnblinded",
       t.created_at AS "createdAt", t.opened_at AS "openedAt", t.closed_at AS "closedAt",
       (SELECT count(*) FROM items i WHERE i.study_id = t.id)::int AS items,
       (SELECT count(*) FROM models m WHERE m.study_id = t.id)::int AS models,
       (SELECT count(*) FROM study_annotators m WHERE m.study_id = t.id AND m.removed_at IS NULL)::int AS annotators,
       (SELECT count(*) FROM item_flags f WHERE f.study_id = t.id AND f.resolved_at IS NULL)::int AS "openFlags",
       (SELECT count(*) FROM judgments j WHERE j.study_id = t.id AND j.origin = 'RECORDED' AND j.is_current)::int AS recorded,
       EXISTS (SELECT 1 FROM judgments j WHERE j.study_id = t.id AND j.origin = 'LIVE') AS live
     FROM studies t JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version WHERE t.id = $1`,
    [study.studyId],
  )
  if (!row) throw new DomainError('not_found', 'There is no such study.')
  const { items, models, annotators, openFlags, recorded, live, ...head } = row
  const acts = allowedActs({ ...head, hasOnlyRecordedJudgments: recorded > 0 && !live })
  return { ...head, sealed: study.sealed, acts, counts: { items, models, annotators, openFlags, recorded } }
}

export interface StudySettings {
  name: string
  disclosure: string
  protocol: Protocol
  /** Null while the protocol can be changed. */
  frozenAt: Date | null
  version: number
}

/** What the settings page of a study shows and changes. */
export async function getStudySettings(study: StudyAccess): Promise<StudySettings> {
  const row = await db.study.findUnique({
    where: { id: study.studyId },
    select: {
      name: true,
      disclosure: true,
      protocols: { where: { version: study.protocolVersion }, select: { definition: true, frozenAt: true } },
    },
  })
  const [stored] = row?.protocols ?? []
  if (!row || !stored) throw new DomainError('not_found', 'There is no such study.')
  const protocol = protocolSchema.parse(stored.definition)
  return {
    name: row.name,
    disclosure: row.disclosure,
    protocol,
    frozenAt: stored.frozenAt,
    version: study.protocolVersion,
  }
}

export interface CategoryOption {
  code: string
  name: string
}

/** The categories that a protocol may speak of, in the order of the tables. */
export const listCategoryOptions = (): Promise<CategoryOption[]> =>
  db.category.findMany({ select: { code: true, name: true }, orderBy: { position: 'asc' } })
