import 'server-only'

/** Recorded annotators are numbered unless they are asked for by name: their labels may be names. $1: the study. */
export const recordedNumbers = `
  SELECT annotator_label AS label, row_number() OVER (ORDER BY min(submitted_at), annotator_label) AS number
  FROM judgments WHERE study_id = $1 AND origin = 'RECORDED' AND is_current AND annotator_label IS NOT NULL GROUP BY 1`
