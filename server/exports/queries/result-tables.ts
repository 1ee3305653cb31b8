import 'server-only'
import type { StudyAccess } from '../../people/access'
import { wholeStudy } from '../../results/filter'
import { applyFilter } from '../../results/queries/apply-filter'
import { getAgreement } from '../../results/queries/get-agreement'
import { getComparisons } from '../../results/queries/get-comparisons'
import { waitForComputed } from '../../results/queries/get-computed'
import { getRanks } from '../../results/queries/get-ranks'
import { getRubricScores } from '../../results/queries/get-rubric-scores'
import { getScores } from '../../results/queries/get-scores'
import { getStudyFacts } from '../../results/queries/score-rows'
import type { ResultsInput } from '../../results/results-input'
import type { ResultName } from '../schema'
import type { ResultTables } from '../table/result-table'
import { tablesOfAgreement } from '../table/tables-of-agreement'
import { tablesOfComparisons } from '../table/tables-of-comparisons'
import { tablesOfDifferences } from '../table/tables-of-differences'
import { tablesOfRanking } from '../table/tables-of-ranking'
import { tablesOfRubricRates, tablesOfRubricScores } from '../table/tables-of-rubrics'
import { tablesOfScores } from '../table/tables-of-scores'

type Read = (access: StudyAccess, wanted: ResultsInput) => Promise<ResultTables>

const readers: Record<ResultName, Read> = {
  scores: async (access, wanted) => tablesOfScores(await getScores(access, wanted)),
  differences: async (access, { filter = wholeStudy, ...wanted }) => {
    const { value } = await waitForComputed(access, 'differences', { ...wanted, filter })
    const facts = await getStudyFacts(await applyFilter(access.studyId, filter))
    return tablesOfDifferences({ ...facts, slug: access.slug, filter }, value)
  },
  rubric: async (access, wanted) => tablesOfRubricScores(await getRubricScores(access, wanted)),
  'rubric-rates': async (access, wanted) => tablesOfRubricRates(await getRubricScores(access, wanted)),
  'head-to-head': async (access, wanted) => tablesOfComparisons(await getComparisons(access, wanted)),
  ranking: async (access, wanted) =>
    tablesOfRanking(await getComparisons(access, wanted), await getRanks(access, wanted)),
  agreement: async (access, { filter = wholeStudy }) => {
    const agreement = await getAgreement(access, filter)
    const facts = await getStudyFacts(await applyFilter(access.studyId, filter))
    return tablesOfAgreement({ ...facts, slug: access.slug, filter }, agreement)
  },
}

/** A result of a study, ready to be written in any format. @throws blinded, not_found, invalid */
export const readResultTables = (
  access: StudyAccess,
  result: ResultName,
  wanted: ResultsInput,
): Promise<ResultTables> => readers[result](access, wanted)
