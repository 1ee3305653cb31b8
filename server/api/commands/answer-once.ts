import 'server-only'
import { z } from 'zod'
import type { ApiKeyAccess } from '../../people/access'
import { db, inOneTransaction, sql } from '../../platform/db'
import { openSealed, sealText } from '../../platform/seal'
import { ApiProblem } from '../api-problem'

/** The answer to a write: short enough to be kept. */
const keptAnswerSchema = z.object({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
})
export type KeptAnswer = z.infer<typeof keptAnswerSchema>

const purpose = 'api-answers'
const sealedSchema = z.object({ sealed: z.string() })

/**
 * Carries a write out once, however often it is asked for under the same key within a day: the note of it is written in
 * the same transaction, so that neither a crash nor a lost answer can make two of it. A refused write leaves no note.
 * @throws conflict while the same request is at work, key-reused for another request
 */
export async function answerOnce(
  access: ApiKeyAccess,
  request: { key: string; hash: Buffer },
  write: () => Promise<KeptAnswer>,
): Promise<{ answer: KeptAnswer; isReplay: boolean }> {
  return inOneTransaction(async () => {
    const [lock] = await sql<{ mine: boolean }>(
      'lock_api_request',
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 5)) AS mine',
      [`${access.keyId}:${request.key}`],
    )
    if (!lock?.mine)
      throw new ApiProblem('conflict', 'A request with this Idempotency-Key is at work. Ask again in a moment.', [], {
        'retry-after': '1',
      })
    // The answers may hold secrets that are shown once: they are not kept longer than needed, nor in the clear.
    await sql(
      'forget_api_requests',
      `DELETE FROM api_requests WHERE (api_key_id, key) IN (
         SELECT api_key_id, key FROM api_requests WHERE created_at < now() - interval '24 hours' FOR UPDATE SKIP LOCKED)`,
      [],
    )
    const id = { apiKeyId: access.keyId, key: request.key }
    const known = await db.apiRequest.findUnique({ where: { apiKeyId_key: id } })
    if (known) {
      if (!Buffer.from(known.requestHash).equals(request.hash))
        throw new ApiProblem('key-reused', 'This Idempotency-Key was used for another request. Take a new one.')
      const { sealed } = sealedSchema.parse(known.answer)
      const answer = keptAnswerSchema.parse(JSON.parse(openSealed(purpose, Buffer.from(sealed, 'base64'))))
      return { answer, isReplay: true }
    }
    const answer = await write()
    const sealed = Buffer.from(sealText(purpose, JSON.stringify(answer))).toString('base64')
    await db.apiRequest.create({
      data: { ...id, requestHash: new Uint8Array(request.hash), status: answer.status, answer: { sealed } },
    })
    return { answer, isReplay: false }
  })
}
