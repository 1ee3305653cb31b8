import 'server-only'
import { requireApiKeyStudy } from '../../people/queries/api-key-gates'
import { getStudy, getStudySettings, type StudyHead } from '../../studies/queries/get-study'

/** A study as it is now: what the gate saw before an act is not true any more after it. */
export async function getStudyNow(
  headers: Headers,
  studyId: string,
): Promise<Omit<StudyHead, 'state'> & { state: string }> {
  const { study } = await requireApiKeyStudy(headers.get('authorization'), studyId)
  const head = await getStudy(study)
  return { ...head, state: head.state.toLowerCase() }
}

/** The same, with how it is judged. */
export async function getWholeStudy(headers: Headers, studyId: string) {
  const { study } = await requireApiKeyStudy(headers.get('authorization'), studyId)
  const [head, settings] = await Promise.all([getStudyNow(headers, studyId), getStudySettings(study)])
  const { protocol, version, frozenAt } = settings
  return { ...head, protocol, protocolVersion: version, protocolFrozenAt: frozenAt }
}
