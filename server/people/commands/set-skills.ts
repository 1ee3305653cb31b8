import 'server-only'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { recordAudit } from '../../audit/commands'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import type { AdminAccess } from '../access'
import type { Actor, Skills } from '../schema'

/**
 * Sets somebody's languages and expertise: one's own, or, as an admin, anybody's. Which studies have work for them is
 * worked out again. @throws not_found, invalid (unknown category)
 */
async function setSkillsOf(userId: string, { languages, expertise }: Skills, actorId: string, isDeclared: boolean) {
  await db.$transaction(
    async tx => {
      const codes = [...new Set(expertise)]
      const known = await tx.category.count({ where: { code: { in: codes } } })
      if (known !== codes.length)
        throw new DomainError('invalid', 'One of these categories does not exist any more. Reload and try again.')
      const [person] = await tx.$queryRaw<{ id: string }[]>`
        UPDATE users SET expertise = ${codes}, welcomed_at = CASE WHEN ${isDeclared} THEN coalesce(welcomed_at, now()) ELSE welcomed_at END
        WHERE id = ${userId}::uuid RETURNING id`
      if (!person) throw new DomainError('not_found', 'There is no such person.')
      await tx.userLanguage.deleteMany({ where: { userId } })
      await tx.userLanguage.createMany({ data: languages.map(language => ({ ...language, userId })) })
      await refreshEligibility(tx, { userId })
      await recordAudit(tx, {
        actorId,
        action: 'person.skills-set',
        detail: { userId, languages, expertise: codes },
      })
    },
    { timeout: 60_000 },
  )
}

/** What people declare of themselves; the first time ends their welcome. */
export const declareSkills = (actor: Actor, skills: Skills) => setSkillsOf(actor.userId, skills, actor.userId, true)

/** What an admin corrects. Somebody who has not been welcomed yet still sees and confirms it. */
export const setSkills = (admin: AdminAccess, userId: string, skills: Skills) =>
  setSkillsOf(userId, skills, admin.userId, false)
