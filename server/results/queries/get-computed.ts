import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../audit/canonical-json'
import { enqueueJob } from '../../jobs/commands'
import type { StudyAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import { methodVersion } from '../../statistics/method-version'
import { wholeStudy } from '../filter'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import { type AppliedFilter, applyFilter } from './apply-filter'
import { type ComputedName, type ComputedValue, computedResults } from './computed-results'
import { isSameBasis, readBasis, type StudyBasis } from './study-basis'

/** A value and what it was made with. */
export interface ComputedOnce<Value> {
  value: Value
  methodVersion: string
  computedAt: Date
}

/** `computing`: the worker is at it; `previous` is what it was before the last change, if it was ever computed. */
export type Computed<Value> =
  | ({ state: 'ready' } & ComputedOnce<Value>)
  | { state: 'computing'; previous: ComputedOnce<Value> | null }

/** Studies of at most so many judgments are computed while somebody waits. */
const fewJudgments = 5000
const keptDays = 30

interface Row {
  id: string
  basis: StudyBasis | null
  payload: unknown
  methodVersion: string
  computedAt: Date | null
}

/**
 * A result that takes long: the stored one if nothing has changed since; else, of a small study, a new one; else what there
 * was, while the worker computes. `wait`: always a new one, however long it takes (exports, command line, jobs).
 * @throws blinded, not_found, invalid
 */
export async function getComputed<Name extends ComputedName>(
  access: StudyAccess,
  name: Name,
  input: ResultsInput = {},
  { wait = false } = {},
): Promise<Computed<ComputedValue<Name>>> {
  type Value = ComputedValue<Name>
  if (!computedResults[name].isBlind) requireUnsealed(access)
  const parameters = { criterion: input.criterion ?? null, filter: input.filter ?? wholeStudy }
  const applied = await applyFilter(access.studyId, parameters.filter)
  const row = await findRow(access, name, parameters)
  const previous: ComputedOnce<Value> | null =
    row.basis && row.computedAt
      ? { value: row.payload as Value, methodVersion: row.methodVersion, computedAt: row.computedAt }
      : null
  if (previous && row.basis && previous.methodVersion === methodVersion) {
    const basis = await readBasis(applied, row.basis.at)
    if (isSameBasis(row.basis, basis)) return { state: 'ready', ...previous }
  }
  if (wait || (await isSmall(access.studyId)))
    return { state: 'ready', ...(await computeNow(access, name, input, applied, row.id)) }
  await db.$transaction(tx => enqueueJob(tx, 'results.compute', { resultId: row.id }, `results.compute:${row.id}`))
  return { state: 'computing', previous }
}

/** The same, for those who cannot go on without it. @throws as `getComputed` */
export async function waitForComputed<Name extends ComputedName>(
  access: StudyAccess,
  name: Name,
  input: ResultsInput = {},
): Promise<ComputedOnce<ComputedValue<Name>>> {
  const found = await getComputed(access, name, input, { wait: true })
  if (found.state !== 'ready') throw new Error('a result that was waited for is not there')
  return found
}

async function findRow(access: StudyAccess, name: ComputedName, parameters: object): Promise<Row> {
  const { studyId, protocolVersion } = access
  const hash = createHash('sha256').update(canonicalJson({ name, parameters, protocolVersion })).digest()
  const [row] = await sql<Row>(
    'results_computed_row',
    `INSERT INTO computed_results AS r (id, study_id, name, parameters, hash, method_version) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)
     ON CONFLICT (study_id, hash) DO UPDATE SET used_at = now()
     RETURNING id, basis, payload, method_version AS "methodVersion", computed_at AS "computedAt"`,
    [studyId, name, JSON.stringify(parameters), hash, methodVersion],
  )
  if (!row) throw new Error('a row that was just written is not there')
  return row
}

async function isSmall(studyId: string): Promise<boolean> {
  const [row] = await sql<{ n: number }>(
    'results_is_small',
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM judgments WHERE study_id = $1 LIMIT ${fewJudgments + 1}) j`,
    [studyId],
  )
  return (row?.n ?? 0) <= fewJudgments
}

async function computeNow<Name extends ComputedName>(
  access: StudyAccess,
  name: Name,
  input: ResultsInput,
  applied: AppliedFilter,
  id: string,
): Promise<ComputedOnce<ComputedValue<Name>>> {
  const basis = await readBasis(applied)
  const value = (await computedResults[name].compute(access, input)) as ComputedValue<Name>
  const [row] = await sql<{ computedAt: Date; payload: ComputedValue<Name> }>(
    'results_store_computed',
    `WITH old AS (DELETE FROM computed_results WHERE study_id = $5 AND id <> $1 AND used_at < now() - interval '${keptDays} days')
     UPDATE computed_results SET basis = $2, payload = $3, method_version = $4, computed_at = now() WHERE id = $1
     RETURNING computed_at AS "computedAt", payload`,
    [id, JSON.stringify(basis), JSON.stringify(value), methodVersion, access.studyId],
  )
  // As JSON gives it back, so that the first reader sees what all others will.
  if (!row) throw new Error('a result was deleted while it was computed')
  return { value: row.payload, methodVersion, computedAt: row.computedAt }
}
