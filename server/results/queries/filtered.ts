import 'server-only'
import type { AppliedFilter } from './apply-filter'

// Every query of results has $1 = the study and $2 = the filter as JSON (`applied.values`); its own parameters begin at
// $3. A condition stands in the text only where the filter asks for it, so that the plain case is planned as if there
// were no filter; `applied.shape` tells the texts apart.

const listed = (key: string) => `(SELECT jsonb_array_elements_text($2::jsonb->'${key}'))`

const idsIn = (key: string) => `ANY (ARRAY(SELECT jsonb_array_elements_text($2::jsonb->'${key}')::uuid))`

/** Disagreements of study $1 that somebody has decided, unless that judgment was left out: `g`. */
export const decidedDisagreements = `disagreements g JOIN assignments d ON d.place_id = g.place_id JOIN judgments x ON x.assignment_id = d.id
  AND x.occasion = 'ADJUDICATION' AND x.is_current AND x.excluded_at IS NULL WHERE g.study_id = $1`

const original = "j.is_current AND j.occasion IN ('FIRST', 'BRIDGE') AND j.excluded_at IS NULL"

const which = {
  original,
  adjudicated: `(${original} AND (j.assignment_id IS NULL OR j.assignment_id NOT IN (
      SELECT f.id FROM (SELECT g.item_id, g.variant FROM ${decidedDisagreements}) g
        JOIN places q ON q.item_id = g.item_id AND q.variant = g.variant AND q.occasion = 'FIRST' JOIN assignments f ON f.place_id = q.id))
    OR j.is_current AND j.occasion = 'ADJUDICATION' AND j.excluded_at IS NULL)`,
}

const isBy = (list: 'annotators' | 'withoutAnnotators') =>
  `(j.user_id = ${idsIn(`${list}Ids`)} OR (j.origin = 'RECORDED' AND COALESCE(j.annotator_label, '') IN ${listed(`${list}Labels`)}))`

const rangeOf = (block: number | null, column: string) =>
  block === null ? [] : [`${column} BETWEEN ($2::jsonb->>'firstItem')::uuid AND ($2::jsonb->>'lastItem')::uuid`]

/** Of judgments `j`: what the filter says of who judged and when; not which occasions count. Begins without AND. */
export function matchingJudgments({ filter, block }: AppliedFilter): string {
  const conditions = ['$2::jsonb IS NOT NULL', ...rangeOf(block, 'j.item_id')]
  if (filter.annotators) conditions.push(isBy('annotators'))
  if (filter.withoutAnnotators) conditions.push(`${isBy('withoutAnnotators')} IS NOT TRUE`)
  if (filter.from) conditions.push("j.submitted_at >= ($2::jsonb->>'from')::timestamp AT TIME ZONE 'UTC'")
  if (filter.to)
    conditions.push("j.submitted_at < (($2::jsonb->>'to')::timestamp + interval '1 day') AT TIME ZONE 'UTC'")
  if (filter.without.includes('too-fast'))
    conditions.push('NOT EXISTS (SELECT 1 FROM judgment_checks k WHERE k.judgment_id = j.id AND k.too_fast)')
  return conditions.join(' AND ')
}

/**
 * Judgments `j` of study $1 that count and that the filter lets through: not of hidden repeats, and not left out by an
 * admin. Adjudicated: where somebody decided between the judgments of a set of responses, that decision stands in their place.
 */
export const countedJudgments = (applied: AppliedFilter): string =>
  `${which[applied.filter.judgments]} AND ${matchingJudgments(applied)}`

/** Items `i` that results are made of: none with known answers. */
export const countedItems = (applied: AppliedFilter): string => `i.purpose = 'STUDY' AND ${matchingItems(applied)}`

/** Items `i` of every purpose that the filter lets through. Begins without AND. */
export function matchingItems({ filter, block }: AppliedFilter): string {
  const conditions = ['$2::jsonb IS NOT NULL', ...rangeOf(block, 'i.id')]
  if (filter.languages) conditions.push(`language_key(i.source_language, i.language) IN ${listed('languages')}`)
  if (filter.categories)
    conditions.push(
      `COALESCE((SELECT c.short_name FROM categories c WHERE c.id = i.category_id), '-') IN ${listed('categories')}`,
    )
  if (filter.metadata)
    conditions.push(
      "NOT EXISTS (SELECT 1 FROM jsonb_each($2::jsonb->'metadata') k WHERE (k.value ? (i.metadata->>k.key)) IS NOT TRUE)",
    )
  if (filter.without.includes('flagged'))
    conditions.push('NOT EXISTS (SELECT 1 FROM item_flags k WHERE k.study_id = $1 AND k.item_id = i.id)')
  return conditions.join(' AND ')
}

/** Responses `o`. */
export function countedResponses({ filter, block }: AppliedFilter): string {
  const conditions = ['$2::jsonb IS NOT NULL', ...rangeOf(block, 'o.item_id')]
  if (filter.without.includes('identity-leak'))
    conditions.push("array_to_string(o.turns, E'\\n') !~* ($2::jsonb->>'leakPattern')")
  return conditions.join(' AND ')
}

/**
 * The score of rating `r` that counts: before anything was revealed; of an adjudicator what they decided after they had
 * seen the others' judgments.
 */
export const headlineValue =
  "CASE j.occasion WHEN 'ADJUDICATION' THEN r.value ELSE COALESCE(r.first_value, r.value) END"
