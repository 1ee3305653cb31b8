import 'server-only'
import type { ScaleCriterion } from '../../../criteria/scale/schema'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { requireUnsealed } from '../../results/require-unsealed'
import { responseScales } from '../../results/response-scales'
import { getProtocol } from '../../studies/queries'

/** The scale that the table of judgments is of: the first one. To be asked before anything is written. @throws blinded, not_found */
export async function requireScore(access: StudyAccess): Promise<ScaleCriterion> {
  requireUnsealed(access)
  const [scale] = responseScales(await getProtocol(access.studyId, access.protocolVersion))
  if (!scale)
    throw new DomainError(
      'not_found',
      'This study asks for no score of responses, and this table is of scores. Take "Every rating" instead (on the command line: --kind ratings).',
    )
  return scale
}
