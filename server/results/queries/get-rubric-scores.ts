import 'server-only'
import { pointsOf } from '../../../criteria/checklist/points'
import { type ChecklistCriterion, checklistChoiceSchema, type Rubric } from '../../../criteria/checklist/schema'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { getProtocol } from '../../studies/queries'
import type { Protocol } from '../../studies/schema'
import { checklistScore, newestOf } from '../checklist-score'
import { type ResultFilter, wholeStudy } from '../filter'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import { buildRubricTable, type RubricResponse, type RubricTable } from '../rubric-table'
import { tableColumns } from '../table-columns'
import { applyFilter } from './apply-filter'
import { listRubrics } from './list-rubrics'
import { ratedChecklists } from './rated-checklists'
import { ratedParameters } from './rated-responses'
import { getStudyFacts, listItemGroups, listLanguages, listModels, type StudyFacts } from './score-rows'

export interface RubricScores extends StudyFacts {
  slug: string
  state: StudyAccess['state']
  filter: ResultFilter
  criterion: { id: string; label: string }
  /** All checklists of the protocol. */
  criteria: { id: string; label: string }[]
  /** In the order in which the items came. */
  languages: string[]
  /** All languages together first, then each. */
  tables: RubricTable[]
  /** Ratings of responses that lack points of their rubric's newest version: they count by the version they were made by. */
  outdated: number
}

interface Row {
  responseId: string
  itemId: string
  modelId: string
  language: string
  categoryId: string | null
  /** Null: a status scores the minimum. */
  choice: unknown
}

export const checklistsOf = ({ criteria }: Pick<Protocol, 'criteria'>): ChecklistCriterion[] =>
  criteria.filter(criterion => criterion.kind === 'checklist')

/** The score of a response that the protocol gives the minimum: no point of its rubric is met. */
function leastScore(criterion: ChecklistCriterion, rubrics: readonly Rubric[]): RubricResponse['scores'][number] {
  const { points } = pointsOf(criterion, newestOf(rubrics))
  return { share: { numerator: 0n, denominator: 1n }, points: new Map(points.map(point => [point.id, 0])) }
}

/** The scores of a checklist, 0–100, from the current judgments that count. @throws blinded, not_found, invalid */
export async function getRubricScores(
  access: StudyAccess,
  { criterion: wanted, filter = wholeStudy }: ResultsInput = {},
): Promise<RubricScores> {
  requireUnsealed(access)
  const { studyId } = access
  const protocol = await getProtocol(studyId, access.protocolVersion)
  const checklists = checklistsOf(protocol)
  const criterion = wanted === undefined ? checklists[0] : checklists.find(one => one.id === wanted)
  if (!criterion) throw new DomainError('not_found', 'This study has no such checklist.')
  const applied = await applyFilter(studyId, filter)
  const [facts, models, languages, groups, rubrics, rows] = await Promise.all([
    getStudyFacts(applied),
    listModels(studyId),
    listLanguages(studyId),
    listItemGroups(applied),
    listRubrics(studyId),
    sql<Row>(
      `rated_checklists_${applied.shape}`,
      ratedChecklists(applied),
      ratedParameters(applied, criterion.id, protocol),
    ),
  ])
  let outdated = 0
  const responses = new Map<string, RubricResponse>()
  for (const { responseId, choice, ...row } of rows) {
    const of = rubrics.get(row.itemId) ?? []
    const score =
      choice === null ? leastScore(criterion, of) : checklistScore(criterion, of, checklistChoiceSchema.parse(choice))
    if (!score) continue
    if ('isOutdated' in score && score.isOutdated) outdated += 1
    const known = responses.get(responseId)
    responses.set(responseId, { ...row, scores: [...(known?.scores ?? []), score] })
  }
  const tables = [null, ...languages.filter(one => filter.languages?.includes(one) ?? true)].map(language =>
    buildRubricTable([...responses.values()], language, models, tableColumns(groups, language)),
  )
  const named = ({ id, label }: ChecklistCriterion) => ({ id, label })
  return {
    ...facts,
    slug: access.slug,
    state: access.state,
    filter,
    criterion: named(criterion),
    criteria: checklists.map(named),
    languages,
    tables,
    outdated,
  }
}
