import 'server-only'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { wholeStudy } from '../../results/filter'
import { applyFilter } from '../../results/queries/apply-filter'
import { getAgreement } from '../../results/queries/get-agreement'
import { getBridge } from '../../results/queries/get-bridge'
import { getComparisons } from '../../results/queries/get-comparisons'
import { waitForComputed } from '../../results/queries/get-computed'
import { getFurtherScores } from '../../results/queries/get-further-scores'
import { getLabels } from '../../results/queries/get-labels'
import { getRanks } from '../../results/queries/get-ranks'
import { getRubricBridge } from '../../results/queries/get-rubric-bridge'
import { checklistsOf, getRubricScores } from '../../results/queries/get-rubric-scores'
import { getScores } from '../../results/queries/get-scores'
import { getStudyFacts } from '../../results/queries/score-rows'
import { requireUnsealed } from '../../results/require-unsealed'
import { responseScales } from '../../results/response-scales'
import type { ResultsInput } from '../../results/results-input'
import { getProtocol } from '../../studies/queries'
import type { ResultName } from '../schema'
import type { ResultTables } from '../table/result-table'
import { tablesAfterReference } from '../table/tables-after-reference'
import { tablesOfAgreement } from '../table/tables-of-agreement'
import { tablesOfAnnotators } from '../table/tables-of-annotators'
import { type Bridge, tablesOfBridge } from '../table/tables-of-bridge'
import { tablesOfComparisons } from '../table/tables-of-comparisons'
import { tablesOfDifferences } from '../table/tables-of-differences'
import { tablesOfEqualLength } from '../table/tables-of-equal-length'
import { tablesOfLabels } from '../table/tables-of-labels'
import { tablesOfPenalties } from '../table/tables-of-penalties'
import { tablesOfRanking } from '../table/tables-of-ranking'
import { tablesOfRubricRates, tablesOfRubricScores } from '../table/tables-of-rubrics'
import { tablesOfScores } from '../table/tables-of-scores'
import { tablesOfSensitivity } from '../table/tables-of-sensitivity'

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
  agreement: async (access, wanted) => {
    const agreement = await getAgreement(access, wanted.filter ?? wholeStudy)
    return tablesOfAgreement(await factsOf(access, wanted), agreement)
  },
  'after-reference': async (access, wanted) => {
    const { final } = await readFurther(access, wanted)
    requireSome(final, 'In this study nothing was shown after the first scores.')
    return tablesAfterReference(await factsOf(access, wanted), final)
  },
  labels: async (access, wanted) => {
    const tables = await getLabels(access, wanted.filter)
    requireSome(tables, 'This study asks for no labels of responses.')
    return tablesOfLabels(await factsOf(access, wanted), tables)
  },
  penalties: async (access, wanted) => {
    const { penalties } = await readFurther(access, wanted)
    requireSome(penalties, 'In this study no errors are marked.')
    return tablesOfPenalties(await factsOf(access, wanted), penalties)
  },
  bridge: async (access, wanted) => {
    requireUnsealed(access)
    const bridges = requireSome(await readBridges(access, wanted), 'No model was added to this study later.')
    return tablesOfBridge(await factsOf(access, wanted), bridges)
  },
  annotators: async (access, wanted) => {
    const { value } = await waitForComputed(access, 'annotators', wanted)
    requireSome(value.annotators, 'Nobody has given a score.')
    return tablesOfAnnotators(await factsOf(access, wanted), value)
  },
  sensitivity: async (access, wanted) => {
    const { value } = await waitForComputed(access, 'sensitivity', wanted)
    return tablesOfSensitivity(await factsOf(access, wanted), value)
  },
  'length-adjusted': async (access, wanted) => {
    const { value } = await waitForComputed(access, 'length-adjusted', wanted)
    const pairs = requireSome(
      value.pairs.filter(pair => pair.n > 0),
      'The texts of the responses are not here, so nothing can be said of their length.',
    )
    return tablesOfEqualLength(await factsOf(access, wanted), { ...value, pairs: [...pairs] })
  },
}

/** What stands around a table that is made of no scores of its own. */
async function factsOf(access: StudyAccess, { filter = wholeStudy }: ResultsInput) {
  const facts = await getStudyFacts(await applyFilter(access.studyId, filter))
  return { ...facts, slug: access.slug, filter }
}

/** @throws not_found with these words */
function requireSome<Item>(found: readonly Item[], otherwise: string): readonly Item[] {
  if (found.length === 0) throw new DomainError('not_found', otherwise)
  return found
}

async function readFurther(access: StudyAccess, wanted: ResultsInput) {
  const { criterion: _, ...rest } = wanted
  return getFurtherScores(access, await getScores(access, rest))
}

async function readBridges(access: StudyAccess, { filter }: ResultsInput): Promise<Bridge[]> {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const bridges: Bridge[] = []
  for (const scale of responseScales(protocol))
    bridges.push({ criterion: scale, rows: await getBridge(access, scale, filter) })
  for (const checklist of checklistsOf(protocol))
    bridges.push({ criterion: checklist, rows: await getRubricBridge(access, checklist, filter) })
  return bridges.filter(bridge => bridge.rows.length > 0)
}

/** A result of a study, ready to be written in any format. @throws blinded, not_found, invalid */
export const readResultTables = (
  access: StudyAccess,
  result: ResultName,
  wanted: ResultsInput,
): Promise<ResultTables> => readers[result](access, wanted)
