import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { changedFields } from '../protocol-changes'
import { type Protocol, protocolSchema, type UpdateStudy } from '../schema'
import { lockStudy, lockStudyFor } from './lock-study'

/** Renames a study, or changes what is disclosed with its tables. The slug stays: links keep working. */
export async function updateStudy(study: StudyAccess, input: UpdateStudy): Promise<void> {
  await db.$transaction(async tx => {
    const before = await lockStudy(tx, study.studyId)
    if (before.name === input.name && before.disclosure === input.disclosure) return
    await tx.study.update({ where: { id: before.id }, data: { name: input.name, disclosure: input.disclosure } })
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'study.updated',
      studyId: before.id,
      detail: {
        from: { name: before.name, disclosure: before.disclosure },
        to: { name: input.name, disclosure: input.disclosure },
      },
    })
  })
}

/** Changes the protocol of a draft. @throws conflict once the study was opened */
export async function updateProtocol(study: StudyAccess, input: Protocol): Promise<void> {
  const protocol = protocolSchema.parse(input)
  await db.$transaction(async tx => {
    const before = await lockStudyFor(tx, study.studyId, 'edit-protocol')
    const changed = changedFields(before.definition, protocol)
    if (changed.length === 0) return
    await tx.protocol.update({
      where: { studyId_version: { studyId: before.id, version: before.protocolVersion }, frozenAt: null },
      data: { definition: protocol },
    })
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'study.protocol-updated',
      studyId: before.id,
      detail: { version: before.protocolVersion, changed },
    })
  })
}
