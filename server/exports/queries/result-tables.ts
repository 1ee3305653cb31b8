import 'server-only'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { getAgreement } from '../../results/queries/get-agreement'
import { getComparisons } from '../../results/queries/get-comparisons'
import { getRanks } from '../../results/queries/get-ranks'
import { getRubricScores } from '../../results/queries/get-rubric-scores'
import { getScores } from '../../results/queries/get-scores'
import { getStudyFacts } from '../../results/queries/score-rows'
import type { ComparisonsInput } from '../../results/schema'
import type { ResultName } from '../schema'
import type { ResultTables } from '../table/result-table'
import { tablesOfAgreement } from '../table/tables-of-agreement'
import { tablesOfComparisons } from '../table/tables-of-comparisons'
import { tablesOfRanking } from '../table/tables-of-ranking'
import { tablesOfRubricRates, tablesOfRubricScores } from '../table/tables-of-rubrics'
import { tablesOfScores } from '../table/tables-of-scores'

type Read = (access: StudyAccess, wanted: ComparisonsInput) => Promise<ResultTables>

const readers: Record<ResultName, Read> = {
  scores: async (access, wanted) => tablesOfScores(await getScores(access, wanted)),
  rubric: async (access, wanted) => tablesOfRubricScores(await getRubricScores(access, wanted)),
  'rubric-rates': async (access, wanted) => tablesOfRubricRates(await getRubricScores(access, wanted)),
  'head-to-head': async (access, wanted) => tablesOfComparisons(await getComparisons(access, wanted)),
  ranking: async (access, wanted) =>
    tablesOfRanking(await getComparisons(access, wanted), await getRanks(access, wanted)),
  agreement: async (access, { judgments = 'original' }) => {
    if (judgments !== 'original') throw new DomainError('invalid', 'Agreement is that of the original judgments.')
    const { name, disclosure } = await getStudyFacts(access.studyId, 'original')
    return tablesOfAgreement({ study: access.slug, name, disclosure }, await getAgreement(access))
  },
}

/** A result of a study, ready to be written in any format. @throws blinded, not_found, invalid */
export const readResultTables = (
  access: StudyAccess,
  result: ResultName,
  wanted: ComparisonsInput,
): Promise<ResultTables> => readers[result](access, wanted)
