import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { pairedItemsNeeded } from '../../statistics/design/paired-items-needed'
import { itemsForSignTest } from '../items-for-sign-test'
import type { PlanInput } from '../plan-input'
import { type PlanAssumptions, type PlanRow, planRow } from '../plan-row'
import { assumedShares, assumedSpread, type PlannedMeasure, plannedMeasures, usualPower } from '../planned-measure'
import { getProtocol } from '../queries'

/** What another study was like, as far as planning is concerned. */
export interface ObservedSpread {
  /** Of paired differences; null: it has no scores. */
  deviation: number | null
  /** Share of comparisons without a winner; null: there were none. */
  tieShare: number | null
}

export interface Plan {
  measures: PlannedMeasure[]
  measure: PlannedMeasure
  /** Imported items, all together and by language. */
  imported: { all: number; languages: { language: string; items: number }[] }
  items: number
  assumptions: PlanAssumptions
  /** Of that many items. */
  row: PlanRow
  /** The number planned for, each language's, and round numbers; ascending. */
  rows: (PlanRow & { languages: string[] })[]
  /** How many items have the power asked for. */
  needed: { paired: number | null; sign: number | null }
}

const roundNumbers = [25, 50, 100, 200, 400, 800, 1600]
const withoutItems = 100

/** What a study can find, from its items and what is assumed of them. Null: nothing of it compares models. */
export async function getPlan(
  study: StudyAccess,
  input: PlanInput,
  observed: ObservedSpread | null,
): Promise<Plan | null> {
  const measures = plannedMeasures(await getProtocol(study.studyId, study.protocolVersion))
  const measure = measures.find(one => one.criterion === input.criterion) ?? measures[0]
  if (!measure) return null
  const languages = await countByLanguage(study.studyId)
  const all = languages.reduce((sum, one) => sum + one.items, 0)
  const items = input.items ?? (all >= 2 ? all : withoutItems)
  const assumptions = assume(measure, input, observed)
  const sizes = [...new Set([...roundNumbers, items, ...languages.map(one => one.items)])].filter(size => size >= 2)
  const rows: Plan['rows'] = []
  for (const size of sizes.sort((a, b) => a - b)) {
    // Some 50 ms each: others are served in between.
    await setImmediate()
    const row = planRow(size, assumptions)
    if (row) rows.push({ ...row, languages: languages.flatMap(one => (one.items === size ? [one.language] : [])) })
  }
  const row = rows.find(one => one.items === items)
  if (!row) throw new Error('a plan without its own number of items')
  const { scores, winShare, lossShare, power } = assumptions
  return {
    measures,
    measure,
    imported: { all, languages },
    items,
    assumptions,
    row,
    rows,
    needed: {
      paired: scores && Math.ceil(pairedItemsNeeded(scores.difference, scores.deviation, power)),
      sign: itemsForSignTest(winShare, lossShare, power),
    },
  }
}

/** What is taken from an earlier study goes before what the address says of it: of the shares its ties, not who won. */
function assume({ scores }: PlannedMeasure, input: PlanInput, observed: ObservedSpread | null): PlanAssumptions {
  const usual = scores && assumedSpread(scores)
  const [wins, losses] = [
    input.wins === undefined ? assumedShares.winShare : input.wins / 100,
    input.losses === undefined ? assumedShares.lossShare : input.losses / 100,
  ]
  const decided = observed?.tieShare == null ? 1 : (1 - observed.tieShare) / (wins + losses)
  return {
    scores: usual && {
      deviation: observed?.deviation || (input.deviation ?? usual.deviation),
      difference: input.difference ?? usual.difference,
    },
    winShare: wins * decided,
    lossShare: losses * decided,
    power: input.power === undefined ? usualPower : input.power / 100,
  }
}

const countByLanguage = (studyId: string) =>
  sql<{ language: string; items: number }>(
    'plan_items',
    `SELECT language_key(source_language, language) AS language, count(*)::int AS items FROM items
     WHERE study_id = $1 AND purpose = 'STUDY' GROUP BY 1 ORDER BY 2 DESC, 1`,
    [studyId],
  )
