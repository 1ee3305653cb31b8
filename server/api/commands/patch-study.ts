import 'server-only'
import type { AdminAccess, StudyAccess } from '../../people/access'
import { inOneTransaction } from '../../platform/db'
import { type CreatedStudy, createStudy } from '../../studies/commands/create-study'
import { updateProtocol, updateStudy } from '../../studies/commands/update-study'
import { presetProtocol } from '../../studies/presets'
import { getStudySettings } from '../../studies/queries/get-study'
import { type Protocol, protocolSchema } from '../../studies/schema'
import { ApiProblem } from '../api-problem'
import { itemsOfIssues } from '../problem'
import type { CreateStudyBody, PatchStudyBody } from '../schema/studies'

/** A protocol with some of its fields replaced. @throws invalid, with what is wrong in which field */
function changed(protocol: Protocol, change: Record<string, unknown>): Protocol {
  const parsed = protocolSchema.safeParse({ ...protocol, ...change })
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(issue => ({ ...issue, path: ['protocol', ...issue.path] }))
  throw new ApiProblem('invalid', 'The protocol is not valid.', itemsOfIssues(issues, 'pointer'))
}

/** A draft from a preset, with some of its protocol replaced. @throws invalid, conflict when the slug is taken */
export async function createStudyFrom(admin: AdminAccess, body: CreateStudyBody): Promise<CreatedStudy> {
  const { protocol = {}, disclosure = '', ...rest } = body
  return createStudy(admin, { ...rest, disclosure, protocol: changed(presetProtocol(body.preset), protocol) })
}

/** Changes what is given, all or nothing. @throws invalid, conflict when the protocol is frozen */
export async function patchStudy(study: StudyAccess, { name, disclosure, protocol }: PatchStudyBody): Promise<void> {
  await inOneTransaction(async () => {
    const before = await getStudySettings(study)
    if (name !== undefined || disclosure !== undefined)
      await updateStudy(study, { name: name ?? before.name, disclosure: disclosure ?? before.disclosure })
    if (protocol) await updateProtocol(study, changed(before.protocol, protocol))
  })
}
