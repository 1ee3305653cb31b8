import 'server-only'
import type { CountedJudgments } from '../filter'

/** Disagreements of study $1 that somebody has decided, unless that judgment was left out: `g`. */
const decided = `disagreements g JOIN assignments d ON d.place_id = g.place_id JOIN judgments x ON x.assignment_id = d.id
  AND x.occasion = 'ADJUDICATION' AND x.is_current AND x.excluded_at IS NULL WHERE g.study_id = $1`

/** How many sets of responses of study $1 have an adjudicator's decision. */
export const countDecided = `SELECT count(*)::int FROM ${decided}`

const original = "j.is_current AND j.occasion IN ('FIRST', 'BRIDGE') AND j.excluded_at IS NULL"

/**
 * Judgments `j` of study $1 that count: not of hidden repeats, and not left out by an admin. Adjudicated: where somebody
 * decided between the judgments of a set of responses, that decision stands in their place.
 */
export const counted: Record<CountedJudgments, string> = {
  original,
  adjudicated: `(${original} AND (j.assignment_id IS NULL OR j.assignment_id NOT IN (
      SELECT f.id FROM (SELECT g.item_id, g.variant FROM ${decided}) g
        JOIN places q ON q.item_id = g.item_id AND q.variant = g.variant AND q.occasion = 'FIRST' JOIN assignments f ON f.place_id = q.id))
    OR j.is_current AND j.occasion = 'ADJUDICATION' AND j.excluded_at IS NULL)`,
}

/**
 * The score of rating `r` that counts: before anything was revealed; of an adjudicator what they decided after they had
 * seen the others' judgments.
 */
export const headlineValue =
  "CASE j.occasion WHEN 'ADJUDICATION' THEN r.value ELSE COALESCE(r.first_value, r.value) END"
