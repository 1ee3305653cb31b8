import 'server-only'
import { recordAudit } from '../../audit/commands'
import { db } from '../../platform/db'
import type { AdminAccess } from '../access'

/** Makes a key worthless from its next request on, for good. Again: nothing happens. */
export async function revokeApiKey(admin: AdminAccess, keyId: string): Promise<void> {
  await db.$transaction(async tx => {
    const [revoked] = await tx.$queryRaw<{ name: string; prefix: string; study_id: string | null }[]>`
      UPDATE api_keys SET revoked_at = now() WHERE id = ${keyId}::uuid AND revoked_at IS NULL RETURNING name, prefix, study_id`
    if (!revoked) return
    await recordAudit(tx, {
      actorId: admin.userId,
      action: 'api-key.revoked',
      studyId: revoked.study_id,
      detail: { keyId, name: revoked.name, prefix: revoked.prefix },
    })
  })
}
