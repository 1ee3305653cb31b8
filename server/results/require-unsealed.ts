// The blind, for whoever may read results otherwise: means and models are withheld while a study is sealed.
import type { StudyAccess } from '../people/access'
import { DomainError } from '../platform/errors'

/** @throws blinded */
export function requireUnsealed(access: StudyAccess): void {
  if (!access.sealed) return
  const next = access.state === 'CLOSED' ? 'Unblind the study' : 'Close the study, then unblind it'
  throw new DomainError('blinded', `Results by model are withheld while this study is blind. ${next} to read them.`, {
    state: access.state,
  })
}
