import 'server-only'
import { recordAudit } from '../../audit/commands'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { randomToken, tokenHash } from '../../platform/randomness'
import type { AdminAccess } from '../access'
import { apiKeyPrefix, apiKeySecret } from '../api-key-secret'
import { type CreateApiKeyInput, operatorUserId } from '../schema'

export interface MadeApiKey {
  id: string
  prefix: string
  /** It cannot be shown again, for only its hash is stored. */
  secret: string
}

/** Makes a key by which a program may do what this admin may. @throws not_found when there is no such study */
export async function createApiKey(admin: AdminAccess, input: CreateApiKeyInput): Promise<MadeApiKey> {
  const secret = apiKeySecret(randomToken())
  const prefix = apiKeyPrefix(secret)
  const expiresAt = input.validDays === null ? null : new Date(now().getTime() + input.validDays * 24 * 3_600_000)
  return db.$transaction(async tx => {
    if (input.studyId && (await tx.study.count({ where: { id: input.studyId } })) === 0)
      throw new DomainError('not_found', 'There is no such study.')
    const scopes = input.scopes.includes('WRITE') ? (['READ', 'WRITE'] as const) : (['READ'] as const)
    const { id } = await tx.apiKey.create({
      data: {
        name: input.name,
        prefix,
        secretHash: tokenHash(secret),
        scopes: [...scopes],
        studyId: input.studyId,
        expiresAt,
        createdById: admin.userId === operatorUserId ? null : admin.userId,
      },
      select: { id: true },
    })
    await recordAudit(tx, {
      actorId: admin.userId,
      action: 'api-key.created',
      studyId: input.studyId,
      detail: { keyId: id, name: input.name, prefix, scopes, expiresAt },
    })
    return { id, prefix, secret }
  })
}
