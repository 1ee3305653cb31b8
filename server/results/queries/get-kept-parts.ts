import 'server-only'
import type { PoolClient } from 'pg'
import type { StudyAccess } from '../../people/access'
import { withConnection } from '../../platform/db'
import { methodVersion } from '../../statistics/method-version'
import { addSums, packSums, readSums, type Sums, unpackSums } from '../computed/sums'
import type { ResultsInput } from '../results-input'
import { type AppliedFilter, inBlock } from './apply-filter'
import { findComputedRow } from './computed-row'
import { joinParts, readFrame, readScoreParts, type ScoreFrame, type ScoreParts } from './read-score-parts'
import { isSameBasis, listJudgedSince, readBasis, type StudyBasis } from './study-basis'
import { sumScores } from './sum-scores'

interface Stored {
  frame: ScoreFrame
  sums: Record<string, string[]>
}

/** More blocks than these are not worth it: all is summed up again. */
const mostBlocks = 64

/**
 * The parts of the score tables of one scale, for large studies: sums are kept by block of items: after a judgment only the
 * blocks of the items judged since are summed up again; after an audited act, all. Nothing is ever older than the call, but
 * for a second reader while the first one writes. See docs/decisions/0006.
 */
export async function getKeptParts(
  access: StudyAccess,
  input: ResultsInput,
  applied: AppliedFilter,
  /** Of `ratedParameters`. */
  parameters: unknown[],
): Promise<ScoreParts> {
  const row = await findComputedRow<Stored>(access, 'scores', input)
  const stored = row.methodVersion === methodVersion && row.payload && row.basis ? row : null
  const now = await readBasis(applied, stored?.basis?.at)
  if (stored?.payload && stored.basis && isSameBasis(stored.basis, now))
    return partsOf(stored.payload, applied, parameters)
  const basis = await readBasis(applied)
  const isAudited = stored?.basis?.audit !== basis.audit || stored.basis.found !== basis.found
  const frame = isAudited || !stored?.payload ? await readFrame(applied) : null
  const payload = await withConnection(client => refresh(client, row.id, { basis, frame, applied, parameters }))
  return payload ? partsOf(payload, applied, parameters) : readScoreParts(applied, parameters)
}

interface Renewal {
  /** As it was before anything else was read. */
  basis: StudyBasis
  /** Null: what is stored still holds. */
  frame: ScoreFrame | null
  applied: AppliedFilter
  parameters: unknown[]
}

/** One writer at a time; another reader gets what there was, or null if that is nothing. */
async function refresh(client: PoolClient, id: string, renewal: Renewal): Promise<Stored | null> {
  const { basis, frame, applied, parameters } = renewal
  const { rows: locks } = await client.query<{ free: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 6)) AS free',
    [id],
  )
  const { rows } = await client.query<{ basis: StudyBasis | null; payload: Stored | null }>(
    'SELECT basis, payload FROM computed_results WHERE id = $1',
    [id],
  )
  const before = rows[0]
  if (!locks[0]?.free) return before?.payload ?? null
  const isKept = !frame && before?.payload && before.basis && before.basis.audit === basis.audit
  const since = isKept ? before.basis?.at : undefined
  const items = since === undefined ? null : await listJudgedSince(client, applied.values[0], since)
  const blocks = items && [...new Set(items.map(item => Number.parseInt(item.slice(0, 2), 16)))]
  const kept = frame ?? before?.payload?.frame
  if (!kept) return null
  const sums =
    blocks && blocks.length <= mostBlocks && before?.payload
      ? await renewBlocks(client, id, blocks, unpackSums(before.payload.sums), applied, parameters)
      : await renewAll(client, id, applied, parameters)
  const payload: Stored = { frame: kept, sums: packSums(sums) }
  await client.query(
    'UPDATE computed_results SET basis = $2, payload = $3, method_version = $4, computed_at = now() WHERE id = $1',
    [id, JSON.stringify(basis), JSON.stringify(payload), methodVersion],
  )
  return payload
}

async function renewBlocks(
  client: PoolClient,
  id: string,
  blocks: readonly number[],
  total: Sums,
  applied: AppliedFilter,
  parameters: unknown[],
): Promise<Sums> {
  const { rows } = await client.query<{ block: number; sums: Record<string, string[]> }>(
    'SELECT block, sums FROM computed_blocks WHERE result_id = $1 AND block = ANY ($2)',
    [id, blocks],
  )
  let sums = total
  for (const { sums: old } of rows) sums = addSums(sums, unpackSums(old), -1n)
  const renewed = new Map<number, Sums>()
  for (const block of blocks) {
    const of = inBlock(applied, block)
    const own = (await sumScores(client, of, [...of.values, ...parameters.slice(2)])).get(0) ?? new Map()
    renewed.set(block, own)
    sums = addSums(sums, own)
  }
  await storeBlocks(client, id, renewed)
  return sums
}

async function renewAll(client: PoolClient, id: string, applied: AppliedFilter, parameters: unknown[]): Promise<Sums> {
  const blocks = await sumScores(client, applied, parameters, 'each')
  await client.query('DELETE FROM computed_blocks WHERE result_id = $1', [id])
  await storeBlocks(client, id, blocks)
  return [...blocks.values()].reduce((sums, own) => addSums(sums, own), new Map<string, bigint[]>())
}

async function storeBlocks(client: PoolClient, id: string, blocks: ReadonlyMap<number, Sums>) {
  await client.query(
    `INSERT INTO computed_blocks (result_id, block, sums) SELECT $1, * FROM unnest($2::smallint[], $3::jsonb[])
     ON CONFLICT (result_id, block) DO UPDATE SET sums = excluded.sums`,
    [id, [...blocks.keys()], [...blocks.values()].map(sums => JSON.stringify(packSums(sums)))],
  )
}

const partsOf = ({ frame, sums }: Stored, applied: AppliedFilter, parameters: unknown[]) =>
  joinParts(frame, readSums(unpackSums(sums)), applied, parameters)
