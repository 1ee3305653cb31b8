import { agreementHeader, agreementRows } from '../../exports/agreement-csv'
import { pairHeader, pairRows } from '../../exports/comparison-csv'
import { scoreTableHeader, scoreTableRows } from '../../exports/score-table-csv'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { comparedCriteria } from '../../results/compared-criteria'
import { getAgreement } from '../../results/queries/get-agreement'
import { getComparisons } from '../../results/queries/get-comparisons'
import { checklistsOf, getRubricScores } from '../../results/queries/get-rubric-scores'
import type { CountedJudgments } from '../../results/schema'
import { getProtocol } from '../../studies/queries'

export const resultTables = ['scores', 'rubric', 'comparisons', 'agreement'] as const
export type ResultTable = (typeof resultTables)[number]

/** The table that stands first on the results page of a study. */
export async function firstResultTable(access: StudyAccess): Promise<ResultTable> {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const compared = comparedCriteria(protocol)
  if (compared.some(({ source }) => source === 'scores')) return 'scores'
  if (compared.length > 0) return 'comparisons'
  return checklistsOf(protocol).length > 0 ? 'rubric' : 'agreement'
}

interface Wanted {
  judgments: CountedJudgments
  /** Id of the criterion; the page's first one by default. */
  criterion?: string
}

/** A table other than that of scores, as cells. `numeric`: columns that align to the end. @throws blinded, not_found, invalid */
export async function readResultTable(access: StudyAccess, table: Exclude<ResultTable, 'scores'>, wanted: Wanted) {
  if (table === 'comparisons') {
    const found = await getComparisons(access, wanted)
    const numeric = pairHeader.flatMap((_, index) => (index > 1 ? [index] : []))
    return { found, header: pairHeader, rows: pairRows(found), numeric }
  }
  if (table === 'rubric') {
    const found = await getRubricScores(access, wanted)
    return { found, header: scoreTableHeader, rows: scoreTableRows(found.tables), numeric: [3, 4, 5] }
  }
  if (wanted.judgments !== 'original') throw new DomainError('invalid', 'Agreement is that of the original judgments.')
  const found = await getAgreement(access)
  return { found, header: agreementHeader, rows: agreementRows(found), numeric: [4, 5, 6, 7] }
}
