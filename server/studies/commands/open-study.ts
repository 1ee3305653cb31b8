import 'server-only'
import { makePlaces } from '../../assignments/commands/make-places'
import { refreshEligibility } from '../../assignments/commands/refresh-eligibility'
import { recordAudit } from '../../audit/commands'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { announceEvent } from '../../webhooks/commands/announce-event'
import { openingChecklist } from '../opening-checklist'
import { readOpeningFacts } from '../queries/opening-facts'
import { completeProtocol, lockStudyFor } from './lock-study'

export interface OpenedStudy {
  items: number
  places: number
}

/**
 * Opens a draft: freezes its protocol and makes the places. From here on annotators find work in it.
 * @throws conflict when it is no draft, or something is missing (detail.missing: the checks that block)
 */
export async function openStudy(study: StudyAccess): Promise<OpenedStudy> {
  return db.$transaction(
    async tx => {
      const { id, definition, protocolVersion } = await lockStudyFor(tx, study.studyId, 'open')
      const protocol = completeProtocol(definition)
      const missing = openingChecklist(await readOpeningFacts(tx, id, protocol), protocol).filter(
        check => check.severity === 'blocking',
      )
      if (missing.length > 0)
        throw new DomainError('conflict', 'The study cannot be opened yet: see what is missing on its overview.', {
          missing: missing.map(check => check.id),
        })

      await tx.study.update({ where: { id }, data: { state: 'OPEN' } })
      await tx.$executeRaw`UPDATE studies SET opened_at = now() WHERE id = ${id}::uuid`
      await tx.$executeRaw`UPDATE protocols SET frozen_at = now() WHERE study_id = ${id}::uuid AND version = ${protocolVersion}`
      const made = await makePlaces(tx, id)
      await refreshEligibility(tx, { studyId: id })
      await recordAudit(tx, {
        actorId: study.actor.userId,
        action: 'study.opened',
        studyId: id,
        detail: { protocolVersion, ...made },
      })
      await announceEvent(tx, { studyId: id, type: 'study.opened', data: { protocolVersion, ...made } })
      return made
    },
    // A hundred thousand items get their places here.
    { timeout: 10 * 60_000 },
  )
}
