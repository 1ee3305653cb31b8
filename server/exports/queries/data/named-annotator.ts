import 'server-only'

/** Who made judgment `j`: `u` are users, `n` the numbers of recorded annotators. `byName`: an SQL truth value. */
export const namedAnnotator = (byName: string): string =>
  `CASE WHEN j.origin = 'LIVE' THEN CASE WHEN ${byName} THEN u.email ELSE u.pseudonym END
     WHEN j.annotator_label IS NULL THEN 'recorded'
     WHEN ${byName} THEN j.annotator_label ELSE 'recorded-' || n.number END`

/**
 * Which models a rating's response stands for, in WITH: origin, response_id, model, sample, position. A live slot holds
 * the representative of its text, a recorded one the response itself. Joined by equality, never by a choice per row.
 */
export const ratedModels = `rated_models AS (
    SELECT k.origin, CASE k.origin WHEN 'LIVE' THEN o.representative_id ELSE o.id END AS response_id, o.id, o.status,
      m.name AS model, s.sample_index AS sample, m.position
    FROM models m JOIN response_sources s ON s.model_id = m.id JOIN responses o ON o.id = s.response_id
      CROSS JOIN (VALUES ('LIVE'::"JudgmentOrigin"), ('RECORDED')) k(origin)
    WHERE m.study_id = $1)`
