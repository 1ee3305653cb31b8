import 'server-only'
import type { ScaleCriterion } from '../../../criteria/scale/schema'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'
import { getProtocol } from '../../studies/queries'
import type { Protocol } from '../../studies/schema'
import type { ScoreCounts } from '../computed/sums'
import { type ResultFilter, wholeStudy } from '../filter'
import { requireUnsealed } from '../require-unsealed'
import { responseScales } from '../response-scales'
import type { ResultsInput } from '../results-input'
import { buildScoreTable, type ScoreTable, type TableModel } from '../score-table'
import { tableColumns } from '../table-columns'
import { applyFilter } from './apply-filter'
import { isSmallStudy } from './computed-row'
import { getKeptParts } from './get-kept-parts'
import { ratedParameters } from './rated-responses'
import { readScoreParts } from './read-score-parts'
import { listModels, type StatusCount, type StudyFacts } from './score-rows'

export interface Scores extends StudyFacts {
  slug: string
  state: StudyAccess['state']
  filter: ResultFilter
  scale: Pick<ScaleCriterion, 'id' | 'label' | 'min' | 'max' | 'step'>
  statusRules: Protocol['statusRules']
  /** Of the study, in the order in which the items came. */
  languages: string[]
  models: TableModel[]
  /** All languages of the filter together first, then each. */
  tables: ScoreTable[]
  scoreCounts: ScoreCounts[]
  statusCounts: StatusCount[]
}

/** The scale named, or the first one of responses. @throws not_found */
export function chooseScale(protocol: Protocol, wanted: string | undefined): ScaleCriterion {
  const scales = responseScales(protocol)
  const scale = wanted === undefined ? scales[0] : scales.find(one => one.id === wanted)
  if (!scale) throw new DomainError('not_found', 'This study has no such score.')
  return scale
}

/**
 * The score tables of a study, from its judgments that count. Sums are made in the database, means here and exactly.
 * @throws blinded, not_found, invalid
 */
export async function getScores(
  access: StudyAccess,
  { criterion, filter = wholeStudy }: ResultsInput = {},
): Promise<Scores> {
  requireUnsealed(access)
  const { studyId } = access
  const protocol = await getProtocol(studyId, access.protocolVersion)
  const { id, label, min, max, step } = chooseScale(protocol, criterion)
  const applied = await applyFilter(studyId, filter)
  const parameters = ratedParameters(applied, id, protocol)
  const [models, { facts, languages, groups, totals, scoreCounts, statusCounts, clusters }] = await Promise.all([
    listModels(studyId),
    (await isSmallStudy(studyId))
      ? readScoreParts(applied, parameters)
      : getKeptParts(access, { criterion: id, filter }, applied, parameters),
  ])
  const scale = { id, label, min, max, step }
  const tables = [null, ...languages.filter(one => filter.languages?.includes(one) ?? true)].map(language =>
    buildScoreTable(totals, language, models, tableColumns(groups, language), scale, clusters),
  )
  return {
    ...facts,
    slug: access.slug,
    state: access.state,
    filter,
    scale,
    statusRules: protocol.statusRules,
    languages,
    models,
    tables,
    scoreCounts,
    statusCounts,
  }
}
