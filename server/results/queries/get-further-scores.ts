import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import { type PenaltyRow, penaltyTable } from '../penalty-table'
import { requireUnsealed } from '../require-unsealed'
import { responseScales } from '../response-scales'
import { buildScoreTable, type ScoreTable, type TableModel } from '../score-table'
import { tableColumns } from '../table-columns'
import { type AppliedFilter, applyFilter } from './apply-filter'
import { hasClusters, sumClusters } from './cluster-sums'
import { countedItems, countedJudgments } from './filtered'
import type { Scores } from './get-scores'
import { type RatingView, ratedParameters } from './rated-responses'
import { listItemGroups, sumRatings } from './score-rows'
import { sumPenalties } from './sum-penalties'

export interface FurtherTable {
  scale: Scores['scale']
  table: ScoreTable
}

export interface Penalties {
  criterion: { id: string; label: string }
  severities: { id: string; label: string; weight: number }[]
  rows: PenaltyRow[]
  /** With what was marked after the reference; null: nothing was revealed. */
  final: PenaltyRow[] | null
}

/** What else than the first scale a study's judgments say, all languages of the filter together. */
export interface FurtherScores {
  /** The other scales. */
  others: FurtherTable[]
  /** All scales as they were after the rest was shown, with how many scores that changed; empty: nothing was revealed. */
  final: (FurtherTable & { locked: number; changed: number })[]
  penalties: Penalties[]
}

/** @throws blinded, invalid */
export async function getFurtherScores(
  access: StudyAccess,
  { models, scale: shown, filter }: Pick<Scores, 'models' | 'scale' | 'filter'>,
): Promise<FurtherScores> {
  requireUnsealed(access)
  const { studyId } = access
  const protocol = await getProtocol(studyId, access.protocolVersion)
  const applied = await applyFilter(studyId, filter)
  const [groups, changes, isClustered] = await Promise.all([
    listItemGroups(applied),
    countChanges(applied),
    hasClusters(applied),
  ])
  const columns = tableColumns(groups, null)
  const scales = responseScales(protocol)
  const tableOf = async ({ id, label, min, max, step }: Scores['scale'], view: RatingView): Promise<FurtherTable> => {
    const parameters = ratedParameters(applied, id, protocol)
    const { totals } = await sumRatings(applied, parameters, view)
    const clusters = isClustered ? await sumClusters(applied, parameters, totals, view) : []
    const scale = { id, label, min, max, step }
    return { scale, table: buildScoreTable(totals, null, models, columns, scale, clusters) }
  }
  const others: FurtherTable[] = []
  const final: FurtherScores['final'] = []
  for (const scale of scales) {
    if (scale.id !== shown.id) others.push(await tableOf(scale, 'headline'))
    const change = changes.find(row => row.criterion === scale.id)
    if (change) final.push({ ...(await tableOf(scale, 'final')), locked: change.locked, changed: change.changed })
  }
  const penalties = await readPenalties(applied, protocol.criteria, models, changes.length > 0)
  return { others, final, penalties }
}

async function readPenalties(
  applied: AppliedFilter,
  criteria: Awaited<ReturnType<typeof getProtocol>>['criteria'],
  models: TableModel[],
  isRevealed: boolean,
): Promise<Penalties[]> {
  const found: Penalties[] = []
  for (const criterion of criteria) {
    if (criterion.kind !== 'spans') continue
    const rowsOf = async (view: RatingView) => {
      const { totals, counts: marks } = await sumPenalties(applied, criterion, view)
      const severities = criterion.severities.map(severity => severity.id)
      return penaltyTable(totals, marks, models, severities)
    }
    const { id, label, severities } = criterion
    const final = isRevealed ? await rowsOf('final') : null
    found.push({ criterion: { id, label }, severities, rows: await rowsOf('headline'), final })
  }
  return found
}

/** Scores that were locked before the rest was shown, and how many of them were changed then. Adjudicators saw more than the reference. */
const countChanges = (applied: AppliedFilter) =>
  sql<{ criterion: string; locked: number; changed: number }>(
    `results_changes_${applied.shape}`,
    `SELECT r.criterion, count(*)::int AS locked, count(*) FILTER (WHERE r.value IS DISTINCT FROM r.first_value)::int AS changed
     FROM judgments j JOIN ratings r ON r.judgment_id = j.id JOIN items i ON i.id = j.item_id
     WHERE j.study_id = $1 AND ${countedJudgments(applied)} AND j.occasion <> 'ADJUDICATION' AND ${countedItems(applied)} AND r.first_value IS NOT NULL GROUP BY 1`,
    applied.values,
  )
