import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { AdminAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { randomId, randomSeed } from '../../platform/randomness'
import { sealText } from '../../platform/seal'
import { refuseTarget } from '../adapters/refuse-target'
import type { CreateWebhook, DeliveryProblem, WebhookScope } from '../schema'
import { webhookSecret } from '../sign-message'

/** What secrets of webhooks are sealed for. */
export const secretPurpose = 'webhook-secrets'

const refusals: Partial<Record<DeliveryProblem, string>> = {
  'private-address': 'The address belongs to a private network. An operator can allow such addresses.',
  insecure: 'The address must begin with https.',
  port: 'Ports below 1024 are not asked, except 443.',
}

export interface MadeWebhook {
  id: string
  /** What messages are signed with; it cannot be shown again. */
  secret: string
}

/** @throws invalid when the address may not be told, not_found when there is no such study within the scope */
export async function createWebhook(
  admin: AdminAccess,
  scope: WebhookScope,
  input: CreateWebhook,
): Promise<MadeWebhook> {
  const reason = await refuseTarget(input.url)
  if (reason) throw new DomainError('invalid', refusals[reason] ?? 'This address cannot be told.', { reason })
  const secret = webhookSecret(randomSeed())
  const id = randomId()
  await db.$transaction(async tx => {
    const [study] = input.study
      ? await tx.$queryRaw<
          { id: string }[]
        >`SELECT id FROM studies WHERE slug = ${input.study} OR id::text = ${input.study}
          ORDER BY id::text = ${input.study} DESC LIMIT 1`
      : []
    if (input.study && (!study || (scope.studyId !== null && scope.studyId !== study.id)))
      throw new DomainError('not_found', 'There is no such study.')
    const studyId = study?.id ?? scope.studyId
    await tx.webhook.create({
      data: {
        id,
        studyId,
        url: input.url,
        events: [...new Set(input.events)],
        sealedSecret: sealText(secretPurpose, secret),
        createdById: admin.userId === operatorUserId ? null : admin.userId,
      },
    })
    // The path of an address is often a secret itself.
    const detail = { webhookId: id, host: new URL(input.url).host, events: input.events }
    await recordAudit(tx, { actorId: admin.userId, action: 'webhook.created', studyId, detail })
  })
  return { id, secret }
}
