import 'server-only'
import { db, type Transaction } from '../../platform/db'
import { randomId } from '../../platform/randomness'
import { type Protocol, protocolSchema } from '../../studies/schema'
import { disagreementOf, isDisagreement } from '../disagreement'
import { type JudgedSet, listJudgedSets } from '../queries/comparable-judgments'
import { assignAdjudicators } from './assign-adjudicators'
import { takeBackUnbegun } from './take-back-unbegun'

const setsPerRun = 500
/** A judgment can become visible this long after its time of submission. */
const lateMs = 2 * 60_000

/** Compares what was submitted since the last time, in all studies that ask for it, and finds adjudicators. Idempotent. */
export async function findDisagreements(): Promise<void> {
  const studies = await db.$queryRaw<{ id: string; definition: unknown }[]>`
    SELECT t.id, p.definition FROM studies t JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
    WHERE t.state <> 'DRAFT' AND t.archived_at IS NULL AND p.definition->'quality'->'disagreement' <> 'null'::jsonb`
  for (const { id, definition } of studies) await compareStudy(id, protocolSchema.parse(definition))
}

async function compareStudy(studyId: string, protocol: Protocol): Promise<void> {
  const rule = protocol.quality.disagreement
  const criterion = protocol.criteria.find(other => other.id === rule?.criterion)
  if (!rule || !criterion) return
  await db.$transaction(async tx => {
    const [study] = await tx.$queryRaw<{ compared_until: Date | null }[]>`
      SELECT compared_until FROM studies WHERE id = ${studyId}::uuid FOR NO KEY UPDATE`
    const since = new Date((study?.compared_until?.getTime() ?? lateMs) - lateMs)
    const sets = await listJudgedSets(tx, { studyId, criterion: criterion.id, since, most: setsPerRun })
    for (const set of sets) {
      const difference = disagreementOf(criterion, set.judgments, set.rubric)
      if (isDisagreement(difference, rule.difference)) await keepDisagreement(tx, studyId, set, difference)
      else await dropDisagreement(tx, set)
    }
    const until = sets.at(-1)?.lastAt
    if (until) await tx.$executeRaw`UPDATE studies SET compared_until = ${until} WHERE id = ${studyId}::uuid`
    await takeBackUnbegun(tx, studyId, 'whose adjudicator is gone')
    await assignAdjudicators(tx, studyId)
  })
}

async function keepDisagreement(tx: Transaction, studyId: string, set: JudgedSet, difference: number): Promise<void> {
  await tx.disagreement.upsert({
    where: { itemId_variant: { itemId: set.itemId, variant: set.variant } },
    create: { id: randomId(), studyId, itemId: set.itemId, variant: set.variant, difference },
    update: { difference },
  })
}

/** A revision has brought the judgments together before anybody began to decide. */
async function dropDisagreement(tx: Transaction, { itemId, variant }: JudgedSet): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM disagreements d WHERE d.item_id = ${itemId}::uuid AND d.variant = ${variant} AND d.dismissed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM places p WHERE p.id = d.place_id AND p.state <> 'FREE') RETURNING d.place_id)
    DELETE FROM places WHERE id IN (SELECT place_id FROM gone)
      AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.place_id = places.id)`
}
