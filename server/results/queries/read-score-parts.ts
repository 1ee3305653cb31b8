import 'server-only'
import { withConnection } from '../../platform/db'
import { readSums, type ScoreSums } from '../computed/sums'
import type { CellClusters } from '../score-table'
import type { ItemGroup } from '../table-columns'
import type { AppliedFilter } from './apply-filter'
import { hasClusters, sumClusters } from './cluster-sums'
import {
  countDecided,
  getStudyFrame,
  listItemGroups,
  listLanguages,
  listStatusCounts,
  type StatusCount,
  type StudyFacts,
  type StudyFrame,
} from './score-rows'
import { sumScores } from './sum-scores'

/** What only acts in the audit trail change. */
export interface ScoreFrame {
  facts: StudyFrame
  languages: string[]
  groups: ItemGroup[]
  statusCounts: StatusCount[]
  isClustered: boolean
}

/** What the score tables are made of. */
export interface ScoreParts extends ScoreSums, Omit<ScoreFrame, 'facts' | 'isClustered'> {
  facts: StudyFacts
  clusters: CellClusters[]
}

/** @throws when the study is gone */
export async function readFrame(applied: AppliedFilter): Promise<ScoreFrame> {
  const [facts, languages, groups, statusCounts, isClustered] = await Promise.all([
    getStudyFrame(applied),
    listLanguages(applied.values[0]),
    listItemGroups(applied),
    listStatusCounts(applied),
    hasClusters(applied),
  ])
  return { facts, languages, groups, statusCounts, isClustered }
}

/** All of it, from the ratings. `parameters`: of `ratedParameters`. */
export async function readScoreParts(applied: AppliedFilter, parameters: unknown[]): Promise<ScoreParts> {
  const [frame, sums] = await Promise.all([
    readFrame(applied),
    withConnection(client => sumScores(client, applied, parameters)),
  ])
  return joinParts(frame, readSums(sums.get(0) ?? new Map()), applied, parameters)
}

/** A frame and the sums that belong into it. */
export async function joinParts(
  { facts, isClustered, ...frame }: ScoreFrame,
  sums: ScoreSums,
  applied: AppliedFilter,
  parameters: unknown[],
): Promise<ScoreParts> {
  const { live, recorded, annotators } = sums
  const [adjudicated, clusters] = await Promise.all([
    countDecided(applied.values[0]),
    // Not additive: summed up each time.
    isClustered ? sumClusters(applied, parameters, sums.totals) : [],
  ])
  return { ...frame, ...sums, facts: { ...facts, adjudicated, live, recorded, annotators }, clusters }
}
