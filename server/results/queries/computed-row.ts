import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../audit/canonical-json'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { methodVersion } from '../../statistics/method-version'
import { wholeStudy } from '../filter'
import type { ResultsInput } from '../results-input'
import type { StudyBasis } from './study-basis'

/** A stored result; `basis` and `payload` are null until it was computed. */
export interface ComputedRow<Payload> {
  id: string
  basis: StudyBasis | null
  payload: Payload | null
  methodVersion: string
  computedAt: Date | null
}

/** The row of a result of a study, made if it is not there: one for each criterion, filter and version of the protocol. */
export async function findComputedRow<Payload>(
  access: StudyAccess,
  name: string,
  { criterion, filter = wholeStudy, threshold }: ResultsInput,
): Promise<ComputedRow<Payload>> {
  const { studyId, protocolVersion } = access
  const parameters = { criterion: criterion ?? null, filter, ...(threshold === undefined ? {} : { threshold }) }
  const hash = createHash('sha256').update(canonicalJson({ name, parameters, protocolVersion })).digest()
  const [row] = await sql<ComputedRow<Payload>>(
    'results_computed_row',
    `INSERT INTO computed_results AS r (id, study_id, name, parameters, hash, method_version) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)
     ON CONFLICT (study_id, hash) DO UPDATE SET used_at = now()
     RETURNING id, basis, payload, method_version AS "methodVersion", computed_at AS "computedAt"`,
    [studyId, name, JSON.stringify(parameters), hash, methodVersion],
  )
  if (!row) throw new Error('a row that was just written is not there')
  return row
}

/** Studies of at most so many judgments are computed while somebody waits. */
const fewJudgments = 5000

export async function isSmallStudy(studyId: string): Promise<boolean> {
  const [row] = await sql<{ n: number }>(
    'results_is_small',
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM judgments WHERE study_id = $1 LIMIT ${fewJudgments + 1}) j`,
    [studyId],
  )
  return (row?.n ?? 0) <= fewJudgments
}
