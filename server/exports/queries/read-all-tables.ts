import 'server-only'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { comparedCriteria } from '../../results/compared-criteria'
import type { ResultFilter } from '../../results/filter'
import { chooseCompared } from '../../results/queries/get-comparisons'
import { checklistsOf } from '../../results/queries/get-rubric-scores'
import { responseScales } from '../../results/response-scales'
import { getProtocol } from '../../studies/queries'
import type { BundleEntry } from '../bundle/bundle-readme'
import { type ResultName, resultNameSchema } from '../schema'
import type { ResultTables } from '../table/result-table'
import { readResultTables } from './result-tables'

/**
 * Every table that a study has, by every criterion that it can be made by; `file`: its name, of letters and hyphens. Why
 * it has none of the others goes to `left`. @throws blinded, invalid
 */
export async function readAllTables(
  access: StudyAccess,
  filter: ResultFilter,
  left: BundleEntry[],
): Promise<(ResultTables & { file: string })[]> {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const ids = (criteria: readonly { id: string }[]) => criteria.map(one => one.id)
  const scales = ids(responseScales(protocol))
  const main = comparedCriteria(protocol).length > 0 ? [chooseCompared(protocol, undefined).id] : []
  const compared = [...new Set([...main, ...ids(comparedCriteria(protocol))])]
  const checklists = ids(checklistsOf(protocol))
  const by: Partial<Record<ResultName, string[]>> = {
    scores: scales,
    differences: scales,
    annotators: scales,
    sensitivity: scales,
    'length-adjusted': scales,
    'head-to-head': compared,
    ranking: compared,
    rubric: checklists,
    'rubric-rates': checklists,
  }
  const found: (ResultTables & { file: string })[] = []
  for (const result of resultNameSchema.options)
    for (const [at, criterion] of (by[result] ?? [undefined]).entries()) {
      try {
        const tables = await readResultTables(access, result, { ...(criterion ? { criterion } : {}), filter })
        // The first has the plain name, which scripts can count on.
        found.push({ ...tables, file: at === 0 || !criterion ? result : `${result}-${criterion}` })
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'not_found') throw error
        left.push({ name: `tables/${result}`, about: error.message })
      }
    }
  return found
}
