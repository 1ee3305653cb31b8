import 'server-only'
import { enqueueJob } from '../../jobs/commands'
import type { StudyAccess } from '../../people/access'
import { now } from '../../platform/clock'
import { db, sql } from '../../platform/db'
import { methodVersion } from '../../statistics/method-version'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import { type AppliedFilter, applyFilter } from './apply-filter'
import { type ComputedName, type ComputedValue, computedResults } from './computed-results'
import { findComputedRow, isSmallStudy } from './computed-row'
import { isSameBasis, readBasis } from './study-basis'

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

const keptDays = 30

/** While annotators submit, a large study's results are not computed all the time: new judgments wait this long. Acts do not. */
const restMs = 60_000

/**
 * A result that takes long: the stored one if nothing has changed since; else, of a small study, a new one; else what there
 * was, while the worker computes (once a minute at most while judgments come in). `wait`: always a new one, however long it takes (exports, command line, jobs).
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
  const applied = await applyFilter(access.studyId, input.filter)
  const [row, isSmall] = await Promise.all([findComputedRow<Value>(access, name, input), isSmallStudy(access.studyId)])
  const previous: ComputedOnce<Value> | null =
    row.basis && row.computedAt
      ? { value: row.payload as Value, methodVersion: row.methodVersion, computedAt: row.computedAt }
      : null
  if (previous && row.basis && previous.methodVersion === methodVersion) {
    const basis = await readBasis(applied, row.basis.at)
    if (isSameBasis(row.basis, basis)) return { state: 'ready', ...previous }
    const isRested = now().getTime() - previous.computedAt.getTime() >= restMs
    const isOfJudgments = row.basis.audit === basis.audit && row.basis.found === basis.found
    if (!wait && !isRested && isOfJudgments && !isSmall) return { state: 'ready', ...previous }
  }
  if (wait || isSmall) return { state: 'ready', ...(await computeNow(access, name, input, applied, row.id)) }
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
