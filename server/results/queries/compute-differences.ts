import 'server-only'
import type { StudyAccess } from '../../people/access'
import { getProtocol } from '../../studies/queries'
import type { PairedDifferences } from '../computed/paired-differences'
import type { ResultsInput } from '../results-input'
import { applyFilter } from './apply-filter'
import { countDifferences } from './count-differences'
import { chooseScale, getScores, type Scores } from './get-scores'
import { ratedParameters } from './rated-responses'
import { runComputation } from './run-computation'

export interface Differences extends PairedDifferences {
  scale: Scores['scale']
  models: Scores['models']
}

/** Paired differences of all models on one scale. @throws blinded, not_found, invalid */
export async function computeDifferences(
  access: StudyAccess,
  { criterion, filter }: ResultsInput,
): Promise<Differences> {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const { id } = chooseScale(protocol, criterion)
  const applied = await applyFilter(access.studyId, filter)
  const [{ tables, models, scale }, counts] = await Promise.all([
    getScores(access, { criterion: id, ...(filter ? { filter } : {}) }),
    countDifferences(applied, ratedParameters(applied, id, protocol)),
  ])
  const rated = (tables[0]?.rows ?? []).map(({ model, overall }) => ({
    ...model,
    n: overall.n,
    mean: overall.mean === null ? null : Number(overall.mean),
  }))
  const result = await runComputation('pairedDifferences', { counts, models: rated, step: scale.step })
  return { ...result, scale, models }
}
