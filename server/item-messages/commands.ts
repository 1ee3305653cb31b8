import 'server-only'
import { recordAudit } from '../audit/commands'
import type { AssignmentAccess, StudyAccess } from '../people/access'
import { operatorUserId } from '../people/schema'
import { db, sql, type Transaction } from '../platform/db'
import { DomainError } from '../platform/errors'
import { randomId } from '../platform/randomness'
import { namedModels } from './named-models'
import { getOwnThread } from './queries'
import type { OwnThread } from './schema'

const mostUnanswered = 20

/** An annotator's words about an own assignment, in whatever state it is. @throws conflict when twenty wait for an answer */
export async function sendMessage(access: AssignmentAccess, text: string): Promise<OwnThread> {
  const { assignmentId, studyId, actor } = access
  await db.$transaction(async tx => {
    const last = await tx.itemMessage.findMany({
      where: { assignmentId },
      orderBy: { createdAt: 'desc' },
      take: mostUnanswered,
      select: { fromAdmin: true },
    })
    if (last.length === mostUnanswered && last.every(message => !message.fromAdmin))
      throw new DomainError('conflict', 'Wait for an answer before you write more about this item.')
    await tx.itemMessage.create({
      data: {
        id: randomId(),
        studyId,
        assignmentId,
        userId: actor.userId,
        authorId: actor.userId,
        fromAdmin: false,
        text,
      },
    })
  })
  return getOwnThread(access)
}

/** The answers are on the annotator's screen. */
export async function readOwnThread(access: AssignmentAccess): Promise<OwnThread> {
  await sql(
    'read_own_thread',
    `UPDATE item_messages SET read_at = now() WHERE assignment_id = $1 AND user_id = $2 AND from_admin AND read_at IS NULL`,
    [access.assignmentId, access.actor.userId],
  )
  return getOwnThread(access)
}

/** Whatever an admin writes to annotators must not name a model of the study. @throws invalid */
export async function refuseNamedModels(tx: Transaction, studyId: string, text: string): Promise<void> {
  const models = await tx.model.findMany({ where: { studyId }, select: { name: true } })
  const names = models.map(model => model.name)
  if (namedModels(text, names).length > 0)
    throw new DomainError('invalid', 'This names a model that is under evaluation. Say it without the name.')
}

/**
 * An admin's words to the annotator of an assignment. A model of the study must not be named in them.
 * @throws not_found, invalid
 */
export async function replyToAnnotator(study: StudyAccess, assignmentId: string, text: string): Promise<void> {
  await db.$transaction(async tx => {
    const assignment = await tx.assignment.findFirst({
      where: { id: assignmentId, studyId: study.studyId },
      select: { userId: true },
    })
    if (!assignment) throw new DomainError('not_found', 'There is no such assignment in this study.')
    await refuseNamedModels(tx, study.studyId, text)
    const id = randomId()
    const authorId = study.actor.userId === operatorUserId ? null : study.actor.userId
    await tx.itemMessage.create({
      data: { id, studyId: study.studyId, assignmentId, userId: assignment.userId, authorId, fromAdmin: true, text },
    })
    await tx.$executeRaw`UPDATE item_messages SET read_at = now()
      WHERE assignment_id = ${assignmentId}::uuid AND NOT from_admin AND read_at IS NULL`
    await recordAudit(tx, {
      actorId: study.actor.userId,
      action: 'message.sent',
      studyId: study.studyId,
      detail: { assignment: assignmentId, message: id },
    })
  })
}
