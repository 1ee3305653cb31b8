import 'server-only'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import type { Reason } from '../../statistics/reason'
import { getProtocol } from '../../studies/queries'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import { applyFilter } from './apply-filter'
import { chooseScale, type Scores } from './get-scores'
import { ratedParameters, ratedResponses } from './rated-responses'
import { runComputation } from './run-computation'
import { listModels } from './score-rows'

/** `first` minus `second`, on the scale. */
export interface LengthAdjustedPair {
  first: string
  second: string
  n: number
  /** As it was judged, of the same items. */
  unadjusted: number | null
  /** As it would be if both were equally long. */
  adjusted: number | null
  lower: number | null
  upper: number | null
  p: number | null
  reason: Reason | null
}

export interface LengthAdjusted {
  scale: Scores['scale']
  models: Scores['models']
  /** Characters of a response on average over items; null: no text. */
  lengths: { modelId: string; mean: number | null }[]
  pairs: LengthAdjustedPair[]
}

/** Mean score (in steps) and mean length of each model's responses of an item; responses without a text are not in it. */
const measured = (rated: string) => `
  SELECT c.item_id, c.model_id, c.steps, l.length FROM (
    SELECT item_id, model_id, avg(steps)::float8 AS steps FROM (${rated}) v GROUP BY 1, 2) c
  JOIN (
    SELECT s.item_id, s.model_id, avg(char_length(array_to_string(o.turns, '')))::float8 AS length
    FROM models m JOIN response_sources s ON s.model_id = m.id JOIN responses o ON o.id = s.response_id
    WHERE m.study_id = $1 AND o.turns <> '{}' GROUP BY 1, 2) l ON l.item_id = c.item_id AND l.model_id = c.model_id AND l.length > 0`

/**
 * Exploratory: differences at equal length (characters), pair by pair. Length can be part of quality, and taking it out
 * then takes quality out. @throws blinded, not_found, invalid
 */
export async function computeLengthAdjusted(
  access: StudyAccess,
  { criterion, filter }: ResultsInput,
): Promise<LengthAdjusted> {
  requireUnsealed(access)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const { id, label, min, max, step } = chooseScale(protocol, criterion)
  const applied = await applyFilter(access.studyId, filter)
  const models = await listModels(access.studyId)
  const found = await withConnection(async client => {
    await client.query("SET LOCAL work_mem = '64MB'")
    await client.query(
      'CREATE TEMPORARY TABLE measured (item_id uuid, model_id uuid, steps float8, length float8) ON COMMIT DROP',
    )
    await client.query(
      `INSERT INTO measured ${measured(ratedResponses(applied))}`,
      ratedParameters(applied, id, protocol),
    )
    const lengths = await client.query<{ modelId: string; mean: number }>(
      'SELECT model_id AS "modelId", avg(length ORDER BY length)::float8 AS mean FROM measured GROUP BY 1',
    )
    const pairs: LengthAdjustedPair[] = []
    for (const [at, first] of models.entries())
      for (const second of models.slice(at + 1)) {
        const { rows } = await client.query<{ difference: number; firstLength: number; secondLength: number }>(
          `SELECT (x.steps - y.steps) * $3::float8 AS difference, x.length AS "firstLength", y.length AS "secondLength"
           FROM measured x JOIN measured y ON y.item_id = x.item_id WHERE x.model_id = $1 AND y.model_id = $2
           ORDER BY 1, 2, 3`,
          [first.id, second.id, step],
        )
        const { value, lower, upper, n, p, unadjusted, reason } = await runComputation('lengthAdjustedDifference', rows)
        pairs.push({ first: first.id, second: second.id, n, unadjusted, adjusted: value, lower, upper, p, reason })
      }
    return { lengths: lengths.rows, pairs }
  })
  return {
    scale: { id, label, min, max, step },
    models,
    lengths: models.map(model => ({
      modelId: model.id,
      mean: found.lengths.find(row => row.modelId === model.id)?.mean ?? null,
    })),
    pairs: found.pairs,
  }
}
