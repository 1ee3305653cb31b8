import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import type { CountedJudgments } from '../filter'
import { type PenaltyRow, penaltyTable } from '../penalty-table'
import { requireUnsealed } from '../require-unsealed'
import { responseScales } from '../response-scales'
import { buildScoreTable, type ScoreTable, type TableModel } from '../score-table'
import { tableColumns } from '../table-columns'
import { counted } from './counted'
import type { Scores } from './get-scores'
import { type RatingView, statusLists } from './rated-responses'
import { listItemGroups, type RatedParameters, sumRatings } from './score-rows'
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

/** What else than the first scale a study's judgments say, in one language or in all (null). */
export interface FurtherScores {
  /** The other scales. */
  others: FurtherTable[]
  /** All scales as they were after the rest was shown, with how many scores that changed; empty: nothing was revealed. */
  final: (FurtherTable & { locked: number; changed: number })[]
  penalties: Penalties[]
}

/** @throws blinded */
export async function getFurtherScores(
  access: StudyAccess,
  { models, scale: shown, judgments }: Pick<Scores, 'models' | 'scale' | 'judgments'>,
  language: string | null,
): Promise<FurtherScores> {
  requireUnsealed(access)
  const { studyId } = access
  const protocol = await getProtocol(studyId, access.protocolVersion)
  const { minimum, missing } = statusLists(protocol)
  const [groups, changes] = await Promise.all([listItemGroups(studyId), countChanges(studyId, language, judgments)])
  const columns = tableColumns(groups, language)
  const scales = responseScales(protocol)
  const tableOf = async ({ id, label, min, max, step }: Scores['scale'], view: RatingView): Promise<FurtherTable> => {
    const rated: RatedParameters = [studyId, id, minimum, missing]
    const { totals } = await sumRatings(rated, judgments, view)
    const scale = { id, label, min, max, step }
    return { scale, table: buildScoreTable(totals, language, models, columns, scale) }
  }
  const others: FurtherTable[] = []
  const final: FurtherScores['final'] = []
  for (const scale of scales) {
    if (scale.id !== shown.id) others.push(await tableOf(scale, 'headline'))
    const change = changes.find(row => row.criterion === scale.id)
    if (change) final.push({ ...(await tableOf(scale, 'final')), locked: change.locked, changed: change.changed })
  }
  const penalties = await readPenalties(studyId, protocol.criteria, models, language, judgments, changes.length > 0)
  return { others, final, penalties }
}

async function readPenalties(
  studyId: string,
  criteria: Awaited<ReturnType<typeof getProtocol>>['criteria'],
  models: TableModel[],
  language: string | null,
  judgments: CountedJudgments,
  isRevealed: boolean,
): Promise<Penalties[]> {
  const found: Penalties[] = []
  for (const criterion of criteria) {
    if (criterion.kind !== 'spans') continue
    const rowsOf = async (view: RatingView) => {
      const { totals, counts: marks } = await sumPenalties(studyId, criterion, judgments, view)
      const severities = criterion.severities.map(severity => severity.id)
      return penaltyTable(totals, marks, language, models, severities)
    }
    const { id, label, severities } = criterion
    const final = isRevealed ? await rowsOf('final') : null
    found.push({ criterion: { id, label }, severities, rows: await rowsOf('headline'), final })
  }
  return found
}

/** Scores that were locked before the rest was shown, and how many of them were changed then. Adjudicators saw more than the reference. */
const countChanges = (studyId: string, language: string | null, judgments: CountedJudgments) =>
  sql<{ criterion: string; locked: number; changed: number }>(
    `results_changes_${judgments}`,
    `SELECT r.criterion, count(*)::int AS locked, count(*) FILTER (WHERE r.value IS DISTINCT FROM r.first_value)::int AS changed
     FROM judgments j JOIN ratings r ON r.judgment_id = j.id JOIN items i ON i.id = j.item_id
     WHERE j.study_id = $1 AND ${counted[judgments]} AND j.occasion <> 'ADJUDICATION' AND i.purpose = 'STUDY' AND r.first_value IS NOT NULL
       AND ($2::text IS NULL OR language_key(i.source_language, i.language) = $2) GROUP BY 1`,
    [studyId, language],
  )
