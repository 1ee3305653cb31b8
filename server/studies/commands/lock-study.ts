import 'server-only'
import type { Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { type Protocol, protocolSchema, type StudyState } from '../schema'
import { refusalText, refuseAct, type StudyAct, type StudyCondition } from '../study-lifecycle'

export interface LockedStudy extends StudyCondition {
  id: string
  slug: string
  name: string
  disclosure: string
  preset: string
  protocolVersion: number
  /** As stored: a draft's may not be complete. */
  definition: unknown
}

interface Row {
  id: string
  slug: string
  name: string
  disclosure: string
  preset: string
  state: StudyState
  archived: boolean
  unblinded: boolean
  protocol_version: number
  definition: unknown
  blind: boolean | null
  recorded: boolean
  live: boolean
}

/**
 * Locks a study against other acts on it until the transaction ends, and reads what acts are decided from.
 * Judging goes on meanwhile: foreign keys only need the key to stay. @throws not_found
 */
export async function lockStudy(tx: Transaction, studyId: string): Promise<LockedStudy> {
  await tx.$queryRaw`SELECT 1 FROM studies WHERE id = ${studyId}::uuid FOR NO KEY UPDATE`
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.id, t.slug, t.name, t.disclosure, t.preset, t.state::text AS state, t.archived_at IS NOT NULL AS archived,
      t.unblinded_at IS NOT NULL AS unblinded, t.protocol_version, p.definition,
      (p.definition->>'blindAdmins')::boolean AS blind,
      EXISTS (SELECT 1 FROM judgments j WHERE j.study_id = t.id AND j.origin = 'RECORDED') AS recorded,
      EXISTS (SELECT 1 FROM judgments j WHERE j.study_id = t.id AND j.origin = 'LIVE') AS live
    FROM studies t JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
    WHERE t.id = ${studyId}::uuid`
  if (!row) throw new DomainError('not_found', 'There is no such study.')
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    disclosure: row.disclosure,
    preset: row.preset,
    state: row.state,
    isArchived: row.archived,
    isUnblinded: row.unblinded,
    isBlind: row.blind ?? true,
    hasOnlyRecordedJudgments: row.recorded && !row.live,
    protocolVersion: row.protocol_version,
    definition: row.definition,
  }
}

/** {@link lockStudy}, refusing what the study's state does not allow. @throws not_found, conflict */
export async function lockStudyFor(tx: Transaction, studyId: string, act: StudyAct): Promise<LockedStudy> {
  const study = await lockStudy(tx, studyId)
  const refusal = refuseAct(study, act)
  if (refusal) throw new DomainError('conflict', refusalText(refusal), { refusal, state: study.state })
  return study
}

/**
 * Waits for whoever is leasing or submitting in the study, and holds back those who come: the membership is the first
 * lock that they take. After it, nobody acts on an older state of the study.
 */
export async function lockMembers(tx: Transaction, studyId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM study_annotators WHERE study_id = ${studyId}::uuid ORDER BY user_id FOR UPDATE`
}

/** A stored protocol, complete. @throws invalid, naming the first field that is wrong */
export function completeProtocol(definition: unknown): Protocol {
  const parsed = protocolSchema.safeParse(definition)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new DomainError('invalid', `The protocol is not complete: ${issue?.path.join('.')}: ${issue?.message}`, {
    fields: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  })
}
