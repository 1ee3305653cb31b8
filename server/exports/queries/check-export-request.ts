import 'server-only'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { mainPreference } from '../../preferences/main-preference'
import { applyFilter } from '../../results/queries/apply-filter'
import { requireUnsealed } from '../../results/require-unsealed'
import { getProtocol } from '../../studies/queries'
import { exportChoices } from '../request/export-choices'
import { exportFormats } from '../request/export-formats'
import { namesModels } from '../request/names-models'
import type { ExportRequest } from '../schema'
import { requireScore } from './require-score'

/**
 * Whether a file can be asked for as it is asked for, before anything is written of it. `isBlind`: written now it names no model.
 * @throws blinded, invalid, not_found (the study has none of it)
 */
export async function checkExportRequest(access: StudyAccess, request: ExportRequest): Promise<{ isBlind: boolean }> {
  const formats = exportFormats(request.kind)
  if (!formats.includes(request.format))
    throw new DomainError('invalid', `"${request.kind}" is written as ${formats.join(', ')}, not as ${request.format}.`)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const { criterion } = request.options
  if (criterion !== undefined && !protocol.criteria.some(one => one.id === criterion))
    throw new DomainError('invalid', `This study has no criterion "${criterion}".`)
  const names = namesModels(request, isOfPreference(protocol, criterion))
  // Files keep winners and names of models in metadata: to filter by it is to ask for them.
  if (names === 'always' || request.options.annotators === 'email' || request.filter.metadata) requireUnsealed(access)
  await applyFilter(access.studyId, request.filter)
  if (request.kind === 'judgments') await requireScore(access)
  const choice = exportChoices(protocol, access.sealed).find(one => one.kind === request.kind)
  if (!choice)
    throw new DomainError('not_found', `This study asks for nothing that "${request.kind}" could be made of.`)
  const { criteria } = choice
  if (criterion !== undefined && criteria.length > 0 && !criteria.some(one => one.id === criterion))
    throw new DomainError(
      'invalid',
      `"${request.kind}" is made by ${criteria.map(one => one.id).join(', ')}, not by "${criterion}".`,
    )
  return { isBlind: names === 'never' || (names === 'unless sealed' && access.sealed) }
}

const isOfPreference = (protocol: Parameters<typeof mainPreference>[0], criterion: string | undefined) =>
  criterion === undefined
    ? mainPreference(protocol) !== null
    : protocol.criteria.some(one => one.id === criterion && one.kind === 'preference')
