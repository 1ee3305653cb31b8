import 'server-only'
import type { Protocol } from '../../studies/schema'

const statuses = { refused: 'REFUSED', truncated: 'TRUNCATED', failed: 'FAILED' } as const

/** Which statuses score the minimum for each judgment of their item, and which are left out; the protocol said so. */
export function statusLists(protocol: Protocol): { minimum: string[]; missing: string[] } {
  const having = (rule: 'minimum' | 'missing') =>
    (['refused', 'truncated', 'failed'] as const)
      .filter(status => protocol.statusRules[status] === rule)
      .map(status => statuses[status])
  return { minimum: having('minimum'), missing: [...having('missing'), 'NOT_COLLECTED'] }
}

/**
 * Every score that counts, one row per judgment × response: item_id, model_id, steps.
 * $1 study, $2 criterion, $3 statuses that score the minimum, $4 statuses that are left out.
 * A live rating belongs to a slot, and so to every response of the item that the slot stands for; a recorded one names
 * its own response. cannot_judge has no value and so is missing.
 */
export const ratedResponses = `
  SELECT j.item_id, s.model_id, r.value AS steps
  FROM judgments j
    JOIN ratings r ON r.judgment_id = j.id AND r.criterion = $2 AND r.value IS NOT NULL
    JOIN responses o ON o.item_id = j.item_id
      AND CASE j.origin WHEN 'LIVE' THEN o.representative_id ELSE o.id END = r.response_id
      AND o.status::text <> ALL ($3::text[] || $4::text[])
    JOIN response_sources s ON s.response_id = o.id
  WHERE j.study_id = $1 AND j.is_current
  UNION ALL
  SELECT j.item_id, s.model_id, 0
  FROM judgments j
    JOIN responses o ON o.item_id = j.item_id AND o.status::text = ANY ($3::text[])
    JOIN response_sources s ON s.response_id = o.id
  WHERE j.study_id = $1 AND j.is_current AND cardinality($3::text[]) > 0`
