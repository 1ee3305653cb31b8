import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { getProtocol } from '../../studies/queries'
import type { Protocol } from '../../studies/schema'
import { type ComparedCriterion, comparedCriteria } from '../compared-criteria'
import { type ResultFilter, wholeStudy } from '../filter'
import { buildHeadToHead, type HeadToHead, type ModelPair } from '../head-to-head'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import { type TieThreshold, tieThreshold } from '../tie-threshold'
import { type AppliedFilter, applyFilter } from './apply-filter'
import { countedItems, countedResponses } from './filtered'
import { listModelPairs } from './list-model-pairs'
import { ratedParameters } from './rated-responses'
import { getStudyFacts, listLanguages, listModels, type StudyFacts } from './score-rows'

export interface Comparisons extends StudyFacts, HeadToHead {
  slug: string
  state: StudyAccess['state']
  filter: ResultFilter
  criterion: ComparedCriterion
  /** Null: comparisons come from no scores. */
  ties: TieThreshold | null
  /** All criteria that give comparisons. */
  criteria: ComparedCriterion[]
  /** Of the study, in the order in which the items came. */
  languages: string[]
  /** Of the protocol; null: off. */
  adaptive: Protocol['adaptive']
}

/** The criterion named, else the last preference ("overall" stands last), else a ranking, else the first score. @throws not_found */
export function chooseCompared(protocol: Protocol, wanted: string | undefined): ComparedCriterion {
  const all = comparedCriteria(protocol)
  const chosen =
    wanted === undefined
      ? (all.findLast(one => one.source === 'preference') ?? all.find(one => one.source === 'ranking') ?? all[0])
      : all.find(one => one.id === wanted)
  if (!chosen) throw new DomainError('not_found', 'This study has no such comparison.')
  return chosen
}

/**
 * A query of items on which two models gave the same text, with first < second: nobody is asked, for there is nothing to
 * choose. Its parameters: `ratedParameters`.
 */
export const identicalItems = (applied: AppliedFilter) => `
  SELECT DISTINCT o.item_id, x.model_id AS first, y.model_id AS second
  FROM items i JOIN responses o ON o.item_id = i.id JOIN response_sources x ON x.response_id = o.id
    JOIN responses q ON q.item_id = i.id AND q.representative_id = o.representative_id
    JOIN response_sources y ON y.response_id = q.id AND y.model_id > x.model_id
  WHERE i.study_id = $1 AND ${countedItems(applied)} AND ${countedResponses(applied)} AND NOT i.recorded_only AND i.pairs IS NULL
    AND $3::text IS NOT NULL AND $4::text[] IS NOT NULL
    AND o.status::text <> ALL ($5::text[]) AND q.status::text <> ALL ($5::text[])`

/** Whether identical responses are ties: only of a design that compares every pair; in others their pairs were never drawn. */
export const identicalTie = (access: StudyAccess, { comparison }: Protocol, { source }: ComparedCriterion): boolean =>
  source === 'preference' &&
  access.state !== 'DRAFT' &&
  comparison.show === 'pairs' &&
  comparison.design === 'every-pair'

async function withIdentical(pairs: ModelPair[], applied: AppliedFilter, parameters: unknown[]): Promise<ModelPair[]> {
  const found = new Map(pairs.map(pair => [`${pair.first} ${pair.second}`, pair]))
  const identical = await sql<{ first: string; second: string; items: number }>(
    `results_identical_${applied.shape}`,
    `SELECT first, second, count(*)::int AS items FROM (${identicalItems(applied)}) v GROUP BY 1, 2`,
    parameters,
  )
  for (const { first, second, items } of identical) {
    const key = `${first} ${second}`
    const none = { wins: 0, ties: 0, losses: 0, judgments: 0, unusable: 0, identical: 0 }
    const pair = found.get(key) ?? { first, second, ...none }
    found.set(key, { ...pair, ties: pair.ties + items, identical: items })
  }
  return [...found.values()]
}

/**
 * Who beat whom, by one criterion: one comparison per item and pair of models.
 * @throws blinded, not_found, invalid
 */
export async function getComparisons(access: StudyAccess, wanted: ResultsInput = {}): Promise<Comparisons> {
  requireUnsealed(access)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const criterion = chooseCompared(protocol, wanted.criterion)
  const { filter = wholeStudy } = wanted
  const applied = await applyFilter(access.studyId, filter)
  const ties = tieThreshold(protocol, criterion, wanted.threshold)
  const parameters = ratedParameters(applied, criterion.id, protocol)
  const [facts, models, languages, judgedPairs] = await Promise.all([
    getStudyFacts(applied),
    listModels(access.studyId),
    listLanguages(access.studyId),
    listModelPairs(criterion.source, applied, parameters, ties?.steps),
  ])
  const pairs = identicalTie(access, protocol, criterion)
    ? await withIdentical(judgedPairs, applied, parameters)
    : judgedPairs
  return {
    ...facts,
    ...buildHeadToHead(models, pairs),
    slug: access.slug,
    state: access.state,
    filter,
    criterion,
    ties,
    criteria: comparedCriteria(protocol),
    languages,
    adaptive: protocol.adaptive,
  }
}
