// Whether every model stood in every slot equally often.
import { chiSquareUpperTail } from '../statistics/chi-square-upper-tail'
import { positionAudit } from '../statistics/design/position-audit'

/** How many judgments showed these models in this order. Models that share a slot are one name. */
export interface ShownOrder {
  order: string[]
  judgments: number
}

/** Judgments that showed the same models. */
export interface SlotTable {
  models: string[]
  /** `shown[model][slot]` counts judgments. */
  shown: number[][]
  judgments: number
}

export interface SlotBalance {
  /** Anderson's Q, summed over the sets of models; null: nothing was shown in an order. */
  q: number | null
  degreesOfFreedom: number
  /** Small when the orders were not random. */
  p: number | null
  judgments: number
  tables: SlotTable[]
}

/**
 * Null hypothesis: each judgment shows its models in a random order. Judgments of different sets of models (pairs, items
 * that lack a response) are independent, so that their Q and degrees of freedom add up. Assumes that orders are independent;
 * balanced ones make Q too small, never too large. Tables with the most judgments first.
 */
export function slotBalance(orders: readonly ShownOrder[]): SlotBalance {
  const tables = new Map<string, SlotTable>()
  for (const { order, judgments } of orders) {
    const models = order.toSorted()
    if (models.length < 2 || new Set(models).size < models.length) continue
    const key = JSON.stringify(models)
    const table = tables.get(key) ?? { models, shown: models.map(() => models.map(() => 0)), judgments: 0 }
    tables.set(key, table)
    table.judgments += judgments
    for (const [slot, model] of order.entries()) {
      const row = table.shown[models.indexOf(model)]
      if (row) row[slot] = (row[slot] ?? 0) + judgments
    }
  }
  const found = [...tables.values()].sort((a, b) => b.judgments - a.judgments)
  const audits = found.map(table => positionAudit(table.shown))
  const degreesOfFreedom = audits.reduce((all, audit) => all + (audit.q === null ? 0 : audit.degreesOfFreedom), 0)
  const q = degreesOfFreedom === 0 ? null : audits.reduce((all, audit) => all + (audit.q ?? 0), 0)
  return {
    q,
    degreesOfFreedom,
    p: q === null ? null : chiSquareUpperTail(q, degreesOfFreedom),
    judgments: found.reduce((all, table) => all + table.judgments, 0),
    tables: found,
  }
}
