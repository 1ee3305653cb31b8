import 'server-only'
import { db, sql, type Transaction } from '../platform/db'
import { mainPreference } from '../preferences/main-preference'
import { pairCounts } from '../results/head-to-head'
import { applyFilter } from '../results/queries/apply-filter'
import { listModelPairs } from '../results/queries/list-model-pairs'
import { ratedParameters } from '../results/queries/rated-responses'
import { getProtocol } from '../studies/queries'
import type { Protocol } from '../studies/schema'
import { nextComparisons } from './next-comparisons'

/** So many places are put in order at a time: more than are given away before the next time. */
const aheadOf = 300
/** More than one person gets between two turns; near the end, this many for each decide when places are dropped. */
const givenPerTurn = 4

interface PlaceRow {
  id: string
  first: string
  second: string
  state: 'FREE' | 'HELD' | 'JUDGED'
}

/** The pairs of a study by the models that stand in them; a text that several models gave counts for the first of them. */
const listPairPlaces = (studyId: string) =>
  sql<PlaceRow>(
    'adaptive_places',
    `WITH model_of AS (
       SELECT o.representative_id AS id, min(s.model_id::text) AS model
       FROM models m JOIN response_sources s ON s.model_id = m.id JOIN responses o ON o.id = s.response_id WHERE m.study_id = $1 GROUP BY 1)
     SELECT p.id::text AS id, LEAST(a.model, b.model) AS first, GREATEST(a.model, b.model) AS second, p.state::text AS state
     FROM places p JOIN model_of a ON a.id = p.slot_order[1] JOIN model_of b ON b.id = p.slot_order[2]
     WHERE p.study_id = $1 AND p.occasion = 'FIRST' AND p.for_user_id IS NULL AND p.variant > 0
     ORDER BY p.round, p.id`,
    [studyId],
  )

/** Puts the free pairs of every open study with an adaptive budget into the order in which they narrow the ranking most. */
export async function steerComparisons(): Promise<void> {
  const studies = await db.study.findMany({ where: { state: 'OPEN' }, select: { id: true, protocolVersion: true } })
  for (const { id, protocolVersion } of studies) {
    const protocol = await getProtocol(id, protocolVersion)
    if (protocol.adaptive && protocol.comparison.show === 'pairs') await steerStudy(id, protocol, protocol.adaptive)
  }
}

async function steerStudy(studyId: string, protocol: Protocol, adaptive: NonNullable<Protocol['adaptive']>) {
  const main = mainPreference(protocol)
  if (!main) return
  const applied = await applyFilter(studyId)
  const [places, judged] = await Promise.all([
    listPairPlaces(studyId),
    listModelPairs('preference', applied, ratedParameters(applied, main.id, protocol)),
  ])
  const names = [...new Set(places.flatMap(place => [place.first, place.second]))].sort()
  const at = new Map(names.map((name, index) => [name, index]))
  const given = names.map(() => names.map(() => 0))
  const free = new Map<string, PlaceRow[]>()
  let used = 0
  for (const place of places) {
    const [first = 0, second = 0] = [at.get(place.first), at.get(place.second)]
    // Two samples of one model say nothing about models.
    if (place.state !== 'FREE') {
      used += 1
      for (const [row, column] of [
        [first, second],
        [second, first],
      ] as const) {
        const cells = given[row]
        if (cells && first !== second) cells[column] = (cells[column] ?? 0) + 1
      }
    } else if (first !== second) {
      const key = `${first} ${second}`
      free.set(key, [...(free.get(key) ?? []), place])
    }
  }
  const remaining = Math.max(0, adaptive.budget - used)
  const next = nextComparisons(
    {
      counts: pairCounts(
        names.map(id => ({ id, name: id })),
        judged,
      ),
      given,
      open: [...free].map(([key, list]) => {
        const [first = 0, second = 0] = key.split(' ').map(Number)
        return { first, second, left: list.length }
      }),
      floorPerPair: adaptive.floorPerPair,
    },
    Math.min(remaining, aheadOf),
  )
  const chosen = next.flatMap(({ first, second }) => free.get(`${first} ${second}`)?.shift()?.id ?? [])
  const members = await db.studyAnnotator.count({ where: { studyId, removedAt: null } })
  await db.$transaction(async tx => {
    await putFirst(tx, studyId, chosen)
    if (remaining <= members * givenPerTurn) await dropUnaffordable(tx, studyId, chosen)
  })
}

/** The chosen places get the lowest keys, in their order; those that were chosen earlier and not given go back among the rest. */
async function putFirst(tx: Transaction, studyId: string, chosen: readonly string[]) {
  await tx.$executeRaw`UPDATE places SET pick_key = hashtext(id::text) & 2147483647
    WHERE study_id = ${studyId}::uuid AND state = 'FREE' AND pick_key < 0`
  await tx.$executeRaw`UPDATE places p SET pick_key = (c.number - 1000000)::int
    FROM unnest(${chosen}::bigint[]) WITH ORDINALITY c(id, number) WHERE p.id = c.id AND p.state = 'FREE'`
}

/** Near the end of the budget only the pairs that it pays for stay. Those that somebody skipped stay as well: they are on record. */
async function dropUnaffordable(tx: Transaction, studyId: string, chosen: readonly string[]) {
  await tx.$executeRaw`DELETE FROM places p
    WHERE p.study_id = ${studyId}::uuid AND p.state = 'FREE' AND p.occasion = 'FIRST' AND p.for_user_id IS NULL AND p.variant > 0
      AND p.id <> ALL (${chosen}::bigint[]) AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.place_id = p.id)`
}
