import 'server-only'
import type { ComparisonSource } from '../compared-criteria'
import { noThreshold, type StepThreshold } from '../tie-threshold'
import type { AppliedFilter } from './apply-filter'
import { countedItems, countedJudgments, countedResponses } from './filtered'
import { ratedResponses } from './rated-responses'

/**
 * The judgments that count, with their slots. A live slot holds the representative of its text, a recorded one the
 * response itself.
 */
const judged = (applied: AppliedFilter) => `
  judged AS NOT MATERIALIZED (
    SELECT j.id, j.item_id, j.origin, COALESCE(j.slot_order, p.slot_order) AS slots
    FROM judgments j JOIN items i ON i.id = j.item_id
      LEFT JOIN assignments a ON a.id = j.assignment_id LEFT JOIN places p ON p.id = a.place_id
    WHERE j.study_id = $1 AND ${countedJudgments(applied)} AND ${countedItems(applied)})`

/** Which models a slot's response stands for. */
const members = (applied: AppliedFilter) => `
  answers AS NOT MATERIALIZED (
    SELECT o.id, o.item_id, o.representative_id, s.model_id
    FROM models m JOIN response_sources s ON s.model_id = m.id JOIN responses o ON o.id = s.response_id
    WHERE m.study_id = $1 AND ${countedResponses(applied)} AND $4::text[] IS NOT NULL AND o.status::text <> ALL ($5::text[])),
  members AS (
    SELECT 'LIVE'::"JudgmentOrigin" AS origin, representative_id AS response_id, model_id FROM answers
    UNION ALL SELECT 'RECORDED', id, model_id FROM answers)`

/**
 * Every decision between two responses of a judgment, one row each: item_id, origin, a, b (responses), same (one slot
 * that several models share), sign (1: a is better, −1: b, 0: neither), unusable. To stand in WITH, after `judged`.
 */
const decisions: Record<Exclude<ComparisonSource, 'scores'>, string> = {
  preference: `
  decisions AS NOT MATERIALIZED (
    SELECT j.id AS judgment_id, j.item_id, j.origin, j.slots[1] AS a, j.slots[2] AS b, false AS same,
      CASE r.choice->>'prefer' WHEN 'a' THEN 1 WHEN 'b' THEN -1 ELSE 0 END AS sign,
      (r.choice->>'prefer' = 'unusable')::int AS unusable
    FROM judged j JOIN ratings r ON r.judgment_id = j.id AND r.criterion = $3 AND r.slot = 0
    WHERE r.choice->>'kind' = 'preference' AND cardinality(j.slots) = 2)`,
  ranking: `
  decisions AS NOT MATERIALIZED (
    SELECT j.id AS judgment_id, j.item_id, j.origin, x.response_id AS a, y.response_id AS b, x.slot = y.slot AS same,
      sign(y.value - x.value)::int AS sign, 0 AS unusable
    FROM judged j JOIN ratings x ON x.judgment_id = j.id AND x.criterion = $3 AND x.value IS NOT NULL
      JOIN ratings y ON y.judgment_id = j.id AND y.criterion = $3 AND y.value IS NOT NULL AND y.slot >= x.slot)`,
}

/** The same by pairs of models, one row per item and pair: item_id, first, second (first < second), sign, judgments, unusable. */
const ofModels = (only: OutcomesOnly) => `
  SELECT d.item_id, LEAST(x.model_id, y.model_id) AS first, GREATEST(x.model_id, y.model_id) AS second,
    sign(sum(CASE WHEN x.model_id < y.model_id THEN d.sign ELSE -d.sign END))::int AS sign,
    count(DISTINCT d.judgment_id)::int AS judgments, max(d.unusable)::int AS unusable
  FROM decisions d JOIN members x ON x.origin = d.origin AND x.response_id = d.a
    JOIN members y ON y.origin = d.origin AND y.response_id = d.b
  WHERE x.model_id <> y.model_id AND (NOT d.same OR x.model_id < y.model_id)${onlySome(only, 'd.item_id', ['x.model_id', 'y.model_id'])}
  GROUP BY 1, 2, 3`

/** Whole numbers throughout: in floats 8.3 − 8.2 > 0.1. */
const ofScores = ({ numerator, denominator }: StepThreshold) => `
  SELECT x.item_id, x.model_id AS first, y.model_id AS second,
    CASE WHEN abs(x.sum * y.ratings - y.sum * x.ratings) * ${denominator} > ${numerator}::bigint * x.ratings * y.ratings
      THEN sign(x.sum * y.ratings - y.sum * x.ratings)::int ELSE 0 END AS sign,
    LEAST(x.ratings, y.ratings)::int AS judgments, 0 AS unusable
  FROM cells x JOIN cells y ON y.item_id = x.item_id AND y.model_id > x.model_id`

/** The parameter ("$6") that holds the one item, or the list of models, that outcomes are asked of. */
export interface OutcomesOnly {
  item?: string
  models?: string
}

const onlySome = ({ item, models }: OutcomesOnly, itemColumn: string, modelColumns: string[]) =>
  [
    ...(item ? [`${itemColumn} = ${item}::uuid`] : []),
    ...(models ? modelColumns.map(column => `${column} = ANY (${models}::uuid[])`) : []),
  ]
    .map(condition => ` AND ${condition}`)
    .join('')

/**
 * A query of one comparison per item and pair of models. Several annotators (and several samples of a model) are one
 * comparison: the side that more of them prefer, or whose mean is higher by more than the threshold, in exact arithmetic;
 * else a tie. Its parameters: `ratedParameters`.
 */
export function itemOutcomes(
  source: ComparisonSource,
  applied: AppliedFilter,
  { threshold = noThreshold, only = {} }: { threshold?: StepThreshold; only?: OutcomesOnly } = {},
): string {
  if (source === 'scores')
    return `WITH cells AS (
      SELECT item_id, model_id, count(*) AS ratings, sum(steps) AS sum FROM (${ratedResponses(applied)}) v
      WHERE true${onlySome(only, 'v.item_id', ['v.model_id'])} GROUP BY 1, 2) ${ofScores(threshold)}`
  return `WITH ${judged(applied)}, ${members(applied)}, ${decisions[source]} ${ofModels(only)}`
}

/** Asked for each decision, and so only where it can make a difference. */
const bothCount = (applied: AppliedFilter) =>
  applied.filter.without.includes('identity-leak')
    ? `(SELECT count(*) FROM responses o WHERE o.id IN (d.a, d.b) AND ${countedResponses(applied)}) = 2`
    : 'true'

/** A query of how each two responses of an item were decided: item_id, a < b, a_wins, ties, b_wins. $3: the criterion. */
export const responseOutcomes = (source: Exclude<ComparisonSource, 'scores'>, applied: AppliedFilter): string => `
  WITH ${judged(applied)}, ${decisions[source]}
  SELECT d.item_id, LEAST(d.a, d.b) AS a, GREATEST(d.a, d.b) AS b,
    count(*) FILTER (WHERE d.sign = CASE WHEN d.a < d.b THEN 1 ELSE -1 END)::int AS a_wins,
    count(*) FILTER (WHERE d.sign = 0)::int AS ties,
    count(*) FILTER (WHERE d.sign = CASE WHEN d.a < d.b THEN -1 ELSE 1 END)::int AS b_wins
  FROM decisions d WHERE NOT d.same AND ${bothCount(applied)} GROUP BY 1, 2, 3`
