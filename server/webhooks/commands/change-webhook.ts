import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { AdminAccess } from '../../people/access'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import type { WebhookScope } from '../schema'

/** Locks a webhook that the scope reaches. @throws not_found */
export async function lockWebhook(tx: Transaction, scope: WebhookScope, webhookId: string) {
  const [webhook] = await tx.$queryRaw<{ id: string; study_id: string | null; disabled: boolean }[]>`
    SELECT id, study_id, disabled_at IS NOT NULL AS disabled FROM webhooks
    WHERE id = ${webhookId}::uuid AND (${scope.studyId}::uuid IS NULL OR study_id = ${scope.studyId}::uuid) FOR UPDATE`
  if (!webhook) throw new DomainError('not_found', 'There is no such webhook.')
  return { id: webhook.id, studyId: webhook.study_id, isDisabled: webhook.disabled }
}

/** Stops a webhook, or lets it go on: it is not told what happened meanwhile. @throws not_found */
export async function setWebhookEnabled(
  admin: AdminAccess,
  scope: WebhookScope,
  { webhookId, isEnabled }: { webhookId: string; isEnabled: boolean },
): Promise<void> {
  await db.$transaction(async tx => {
    const { id, studyId, isDisabled } = await lockWebhook(tx, scope, webhookId)
    if (isDisabled === !isEnabled) return
    await tx.$executeRaw`UPDATE webhooks SET disabled_at = CASE WHEN ${isEnabled} THEN NULL ELSE now() END, judged_until = now()
      WHERE id = ${id}::uuid`
    const action = isEnabled ? 'webhook.enabled' : 'webhook.disabled'
    await recordAudit(tx, { actorId: admin.userId, action, studyId, detail: { webhookId: id } })
  })
}

/** Removes a webhook with its log. @throws not_found */
export async function removeWebhook(admin: AdminAccess, scope: WebhookScope, webhookId: string): Promise<void> {
  await db.$transaction(async tx => {
    const { id, studyId } = await lockWebhook(tx, scope, webhookId)
    await tx.webhook.delete({ where: { id } })
    await recordAudit(tx, { actorId: admin.userId, action: 'webhook.removed', studyId, detail: { webhookId: id } })
  })
}
