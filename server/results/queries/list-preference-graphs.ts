import 'server-only'
import { groupBy } from '../../assignments/group-by'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import { type DecidedPair, preferenceGraph } from '../preference-graph'
import { requireUnsealed } from '../require-unsealed'
import type { ResultsInput } from '../results-input'
import { applyFilter } from './apply-filter'
import { responseOutcomes } from './comparison-outcomes'
import { chooseCompared } from './get-comparisons'

const mostShown = 50

/** Names are those of the models, with the sample where a model has several. */
export interface InconsistentItem {
  itemId: string
  externalId: string
  triads: string[][]
  cycles: string[][]
  contradictions: string[][]
}

export interface PreferenceGraphs {
  /** Items with two or more decided pairs. */
  items: number
  circular: number
  contradicted: number
  /** Mean ζ of the items in which every pair was decided; null: there is none. */
  consistency: number | null
  /** The first of those that are circular or contradicted. */
  inconsistent: InconsistentItem[]
}

interface GraphRow extends DecidedPair {
  itemId: string
  externalId: string
}

const names = (responseIds: readonly string[]) =>
  sql<{ id: string; name: string }>(
    'results_response_names',
    `SELECT o.id, string_agg(m.name || CASE WHEN s.sample_index > 0 THEN ' #' || s.sample_index ELSE '' END, ' = ' ORDER BY m.position, s.sample_index) AS name
     FROM responses o JOIN responses q ON q.representative_id = o.id OR q.id = o.id
       JOIN response_sources s ON s.response_id = q.id JOIN models m ON m.id = s.model_id
     WHERE o.id = ANY ($1::uuid[]) GROUP BY 1`,
    [responseIds],
  )

/**
 * Whether the preferences put each item's responses into an order: circles, and pairs that annotators decided in opposite
 * ways. Null for scores, which always do.
 * @throws blinded, not_found, invalid
 */
export async function listPreferenceGraphs(
  access: StudyAccess,
  wanted: ResultsInput = {},
): Promise<PreferenceGraphs | null> {
  requireUnsealed(access)
  const { id, source } = chooseCompared(await getProtocol(access.studyId, access.protocolVersion), wanted.criterion)
  if (source === 'scores') return null
  const applied = await applyFilter(access.studyId, wanted.filter)
  const rows = await sql<GraphRow>(
    `results_graphs_${source}_${applied.shape}`,
    `SELECT o.item_id AS "itemId", i.external_id AS "externalId", o.a, o.b, o.a_wins AS "aWins", o.ties, o.b_wins AS "bWins"
     FROM (${responseOutcomes(source, applied)}) o JOIN items i ON i.id = o.item_id
     ORDER BY i.position`,
    [...applied.values, id],
  )
  const graphs = [...groupBy(rows, row => row.itemId).values()].map(pairs => ({
    itemId: pairs[0]?.itemId ?? '',
    externalId: pairs[0]?.externalId ?? '',
    pairs: pairs.length,
    ...preferenceGraph(pairs),
  }))
  const complete = graphs.flatMap(graph => (graph.consistency === null ? [] : [graph.consistency]))
  const inconsistent = graphs
    .filter(graph => graph.cycles.length > 0 || graph.contradictions.length > 0)
    .slice(0, mostShown)
  const ids = inconsistent.flatMap(graph => [...graph.cycles, ...graph.contradictions].flat())
  const nameOf = new Map((await names([...new Set(ids)])).map(row => [row.id, row.name]))
  const named = (lists: string[][]) => lists.map(list => list.map(one => nameOf.get(one) ?? one))
  return {
    items: graphs.filter(graph => graph.pairs > 1).length,
    circular: graphs.filter(graph => graph.cycles.length > 0).length,
    contradicted: graphs.filter(graph => graph.contradictions.length > 0).length,
    consistency: complete.length === 0 ? null : complete.reduce((sum, one) => sum + one, 0) / complete.length,
    inconsistent: inconsistent.map(({ itemId, externalId, triads, cycles, contradictions }) => ({
      itemId,
      externalId,
      triads: named(triads),
      cycles: named(cycles),
      contradictions: named(contradictions),
    })),
  }
}
