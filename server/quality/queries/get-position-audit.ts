import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import type { ComparisonSource } from '../../results/compared-criteria'
import { comparedCriteria } from '../../results/compared-criteria'
import type { ResultFilter } from '../../results/filter'
import { type AppliedFilter, applyFilter } from '../../results/queries/apply-filter'
import { countedItems, countedJudgments, headlineValue } from '../../results/queries/filtered'
import { firstSlotWinRate } from '../../statistics/design/first-slot-win-rate'
import { getProtocol } from '../../studies/queries'
import { type ShownOrder, type SlotBalance, slotBalance } from '../slot-balance'

export interface FirstSlot extends ReturnType<typeof firstSlotWinRate> {
  criterion: string
  label: string
  ties: number
}

export interface PositionAudit {
  /** Without the tables while the study is sealed: they count models. */
  balance: SlotBalance
  /** The response in slot A against the one in slot B, one comparison per judgment; by each criterion that compares. */
  firstSlot: FirstSlot[]
}

/**
 * Whether slots were given out as at random, and whether standing first helps. Of judgments made here: recorded ones have
 * no slots. Q and win rates name no model, and so may be read while a study is blind.
 */
export async function getPositionAudit(access: StudyAccess, filter?: ResultFilter): Promise<PositionAudit> {
  const applied = await applyFilter(access.studyId, filter)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const [orders, firstSlot] = await Promise.all([
    listShownOrders(applied),
    Promise.all(
      comparedCriteria(protocol).map(async one => ({ ...one, ...(await countFirst(applied, one.id, one.source)) })),
    ),
  ])
  const balance = slotBalance(orders)
  return {
    balance: access.sealed ? { ...balance, tables: [] } : balance,
    firstSlot: firstSlot.map(({ id, label, first, second, ties }) => ({
      criterion: id,
      label,
      ties,
      ...firstSlotWinRate(first, second),
    })),
  }
}

const liveJudgments = (applied: AppliedFilter) => `
  FROM judgments j JOIN items i ON i.id = j.item_id JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
  WHERE j.study_id = $1 AND j.origin = 'LIVE' AND ${countedJudgments(applied)} AND ${countedItems(applied)}`

const listShownOrders = (applied: AppliedFilter) =>
  sql<ShownOrder>(
    `position_orders_${applied.shape}`,
    `WITH names AS (
       SELECT o.representative_id, string_agg(m.name || CASE WHEN s.sample_index > 0 THEN ' #' || (s.sample_index + 1) ELSE '' END, ' = '
         ORDER BY m.position, s.sample_index) AS name
       FROM models m JOIN response_sources s ON s.model_id = m.id JOIN responses o ON o.id = s.response_id
       WHERE m.study_id = $1 GROUP BY 1),
     shown AS (SELECT j.id, p.slot_order ${liveJudgments(applied)}),
     orders AS (
       SELECT array_agg(n.name ORDER BY u.slot) AS names
       FROM shown b CROSS JOIN LATERAL unnest(b.slot_order) WITH ORDINALITY u(response_id, slot)
         JOIN names n ON n.representative_id = u.response_id GROUP BY b.id)
     SELECT names AS order, count(*)::int AS judgments FROM orders GROUP BY 1 ORDER BY 2 DESC, 1`,
    applied.values,
  )

/** 1: slot A is better, −1: slot B. */
const signs: Record<ComparisonSource, string> = {
  scores: `(SELECT sign(${headlineValue.replaceAll('r.', 'x.')} - ${headlineValue.replaceAll('r.', 'y.')}) FROM ratings x, ratings y
    WHERE x.judgment_id = j.id AND y.judgment_id = j.id AND x.criterion = $3 AND y.criterion = $3 AND x.slot = 1 AND y.slot = 2)`,
  ranking: `(SELECT sign(y.value - x.value) FROM ratings x, ratings y
    WHERE x.judgment_id = j.id AND y.judgment_id = j.id AND x.criterion = $3 AND y.criterion = $3 AND x.slot = 1 AND y.slot = 2)`,
  preference: `(SELECT CASE r.choice->>'prefer' WHEN 'a' THEN 1 WHEN 'b' THEN -1 ELSE 0 END FROM ratings r
    WHERE r.judgment_id = j.id AND r.criterion = $3 AND r.slot = 0 AND r.choice IS NOT NULL)`,
}

async function countFirst(applied: AppliedFilter, criterion: string, source: ComparisonSource) {
  const [row] = await sql<{ first: number; second: number; ties: number }>(
    `position_first_${source}_${applied.shape}`,
    `SELECT count(*) FILTER (WHERE d.sign > 0)::int AS first, count(*) FILTER (WHERE d.sign < 0)::int AS second,
       count(*) FILTER (WHERE d.sign = 0)::int AS ties
     FROM (SELECT ${signs[source]} AS sign ${liveJudgments(applied)}) d`,
    [...applied.values, criterion],
  )
  return row ?? { first: 0, second: 0, ties: 0 }
}
