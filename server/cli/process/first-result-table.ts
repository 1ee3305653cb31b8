import type { ResultName } from '../../exports/schema'
import type { StudyAccess } from '../../people/access'
import { comparedCriteria } from '../../results/compared-criteria'
import { checklistsOf } from '../../results/queries/get-rubric-scores'
import { getProtocol } from '../../studies/queries'

/** The table that stands first on the results page of a study. */
export async function firstResultTable(access: StudyAccess): Promise<ResultName> {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const compared = comparedCriteria(protocol)
  if (compared.some(({ source }) => source === 'scores')) return 'scores'
  if (compared.length > 0) return 'head-to-head'
  return checklistsOf(protocol).length > 0 ? 'rubric' : 'agreement'
}
