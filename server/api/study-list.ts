// Studies as the API lists them.
import type { ApiKeyAccess } from '../people/access'
import type { StudyState } from '../studies/schema'

/** The database's word for a state. */
export const upperState = (state: string | undefined): StudyState | null =>
  state === undefined ? null : (state.toUpperCase() as StudyState)

/** Those that a key reaches, with their states in lower case. */
export const reachedStudies = <Study extends { id: string; state: string }>(
  studies: readonly Study[],
  { study }: ApiKeyAccess,
): (Study & { state: string })[] =>
  studies.filter(({ id }) => study === null || study.id === id).map(one => ({ ...one, state: one.state.toLowerCase() }))
