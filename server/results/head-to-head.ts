// Wins, ties and losses of models against each other, and one scale for all of them where there is one.
import { bradleyTerry } from '../statistics/comparisons/bradley-terry'
import { davidson } from '../statistics/comparisons/davidson'
import type { PairCounts } from '../statistics/comparisons/pair-counts'
import { penalisedBradleyTerry } from '../statistics/comparisons/penalised-bradley-terry'
import type { Strength } from '../statistics/comparisons/strength-fit'
import { type WinTieLoss, winTieLoss } from '../statistics/comparisons/win-tie-loss'
import type { TableModel } from './score-table'

/** Comparisons of two models, one per item. */
export interface ModelPair {
  first: string
  second: string
  wins: number
  ties: number
  losses: number
  judgments: number
  /** Items on which somebody found both unusable; they are ties. */
  unusable: number
  /** Items on which both gave the same text; they are ties, too. */
  identical: number
}

/** A model against another one, as the first sees it. */
export interface HeadToHeadCell extends WinTieLoss {
  opponent: string
  wins: number
  ties: number
  losses: number
}

export interface ModelStrength extends Strength {
  model: TableModel
}

export interface StrengthTable {
  model: 'bradley-terry' | 'davidson' | 'penalised'
  /** The same in words, for exports. */
  method: string
  /** Best first. */
  rows: ModelStrength[]
  /** Davidson's ν; null in the other models. */
  tieParameter: number | null
}

export interface HeadToHead {
  pairs: ModelPair[]
  rows: {
    model: TableModel
    cells: (HeadToHeadCell | null)[]
    total: WinTieLoss & Pick<HeadToHeadCell, 'wins' | 'ties' | 'losses'>
  }[]
  /** Models without a comparison; they are in no scale. */
  uncompared: TableModel[]
  /** One scale, or why there is none. */
  verdict: 'connected' | 'separation' | 'disconnected' | 'none'
  /** separation: the groups in order, best first. disconnected: the groups that were compared among themselves. */
  groups: TableModel[][]
  /** The model that the comparisons ask for, with ties as half wins, and (where something tied) Davidson's beside it. */
  scales: StrengthTable[]
}

/** All that the page shows, from one row per pair of models. Percentages of a cell sum to 100. */
export function buildHeadToHead(models: readonly TableModel[], pairs: readonly ModelPair[]): HeadToHead {
  const outcome = (row: string, column: string) => {
    const pair = pairs.find(one => one.first === row && one.second === column)
    if (pair) return { wins: pair.wins, ties: pair.ties, losses: pair.losses }
    const back = pairs.find(one => one.first === column && one.second === row)
    return back ? { wins: back.losses, ties: back.ties, losses: back.wins } : null
  }
  const rows = models.map(model => {
    const cells = models.map((opponent): HeadToHeadCell | null => {
      const counts = model.id === opponent.id ? null : outcome(model.id, opponent.id)
      return counts && { opponent: opponent.id, ...counts, ...winTieLoss(counts.wins, counts.ties, counts.losses) }
    })
    const sum = (key: 'wins' | 'ties' | 'losses') => cells.reduce((all, cell) => all + (cell?.[key] ?? 0), 0)
    const counts = { wins: sum('wins'), ties: sum('ties'), losses: sum('losses') }
    return { model, cells, total: { ...counts, ...winTieLoss(counts.wins, counts.ties, counts.losses) } }
  })
  const compared = rows.filter(row => row.total.n > 0).map(row => row.model)
  return {
    pairs: [...pairs],
    rows,
    uncompared: models.filter(model => !compared.includes(model)),
    ...fitScales(compared, pairs),
  }
}

export function pairCounts(models: readonly TableModel[], pairs: readonly ModelPair[]): PairCounts {
  const at = new Map(models.map((model, index) => [model.id, index]))
  const empty = () => models.map(() => models.map(() => 0))
  const [wins, ties] = [empty(), empty()]
  const add = (matrix: number[][], row: number, column: number, count: number) => {
    const cells = matrix[row]
    if (cells) cells[column] = (cells[column] ?? 0) + count
  }
  for (const pair of pairs) {
    const [first, second] = [at.get(pair.first), at.get(pair.second)]
    if (first === undefined || second === undefined) continue
    add(wins, first, second, pair.wins)
    add(wins, second, first, pair.losses)
    add(ties, first, second, pair.ties)
    add(ties, second, first, pair.ties)
  }
  return { wins, ties }
}

function fitScales(
  models: TableModel[],
  pairs: readonly ModelPair[],
): Pick<HeadToHead, 'verdict' | 'groups' | 'scales'> {
  if (models.length < 2) return { verdict: 'none', groups: [], scales: [] }
  const counts = pairCounts(models, pairs)
  const named = (groups: readonly (readonly number[])[]) =>
    groups.map(group => group.flatMap(index => models[index] ?? []))
  const ranked = (strengths: readonly Strength[]) =>
    strengths
      .flatMap((strength, index) => {
        const model = models[index]
        return model ? [{ model, ...strength }] : []
      })
      .sort((a, b) => b.value - a.value)
  const fit = bradleyTerry(counts)
  if (fit.strengths === null) {
    if (fit.reason === 'disconnected')
      return { verdict: 'disconnected', groups: named(fit.components.groups), scales: [] }
    const penalised = penalisedBradleyTerry(counts)
    return {
      verdict: fit.reason === 'separation' ? 'separation' : 'none',
      groups: named(fit.components.order),
      scales: penalised.strengths
        ? [{ model: 'penalised', method: penalised.method, rows: ranked(penalised.strengths), tieParameter: null }]
        : [],
    }
  }
  const withTies = davidson(counts)
  return {
    verdict: 'connected',
    groups: [],
    scales: [
      { model: 'bradley-terry', method: fit.method, rows: ranked(fit.strengths), tieParameter: null },
      ...(withTies.strengths
        ? [
            {
              model: 'davidson' as const,
              method: withTies.method,
              rows: ranked(withTies.strengths),
              tieParameter: withTies.tieParameter,
            },
          ]
        : []),
    ],
  }
}
