import 'server-only'

/**
 * The judgments of a study that belong to batches, and to which. To stand in FROM, in parentheses. $1 study.
 * What an admin left out one by one is in no sample; `excluded` tells them apart.
 */
export const batchJudgments = `
  SELECT j.id, j.item_id, j.user_id, (j.submitted_at AT TIME ZONE 'UTC')::date AS day, j.submitted_at, j.excluded_at IS NOT NULL AS excluded
  FROM judgments j JOIN items i ON i.id = j.item_id
  WHERE j.study_id = $1 AND j.origin = 'LIVE' AND j.is_current AND j.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY'`
