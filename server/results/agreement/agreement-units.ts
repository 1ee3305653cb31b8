// Turns ratings of one criterion into units × annotators: what was judged, and which value each person gave it.
import type { ChecklistChoice } from '../../../criteria/checklist/schema'
import type { LabelsChoice } from '../../../criteria/choice/schema'
import type { PreferenceChoice } from '../../../criteria/preference/schema'
import type { Criterion } from '../../../criteria/schema'

/** One rating as it is stored. */
export interface AgreementRow {
  item: string
  annotator: string
  origin: 'LIVE' | 'RECORDED'
  /** Null: the whole item. */
  responseId: string | null
  /** The responses of the judgment, slot A first. */
  slots: readonly string[]
  value: number | null
  choice: unknown
  /** Of a preference: the response of the model that stands first in the study. */
  earlier?: string | null
}

export interface AgreementUnits {
  /** In the order in which they first judged. */
  annotators: string[]
  /** Per unit, by annotator; null: did not judge it. Labels are numbered. */
  units: (number | null)[][]
}

/** Whether people can agree on a criterion in numbers. */
export const hasAgreement = ({ kind }: Criterion): boolean => kind !== 'comment' && kind !== 'spans'

/** A later value of the same person for the same unit is dropped: the first occasion counts. */
export function agreementUnits(rows: readonly AgreementRow[]): AgreementUnits {
  const annotators = new Map<string, number>()
  const units = new Map<string, Map<number, number>>()
  const labels = new Map<string, number>()
  const firstOrder = new Map<string, string>()
  const numberOf = (label: string) => {
    const known = labels.get(label) ?? labels.size
    labels.set(label, known)
    return known
  }
  for (const row of rows) {
    const annotator = annotators.get(row.annotator) ?? annotators.size
    annotators.set(row.annotator, annotator)
    for (const [unit, value] of valuesOf(row, firstOrder, numberOf)) {
      const own = units.get(unit) ?? new Map<number, number>()
      units.set(unit, own)
      if (!own.has(annotator)) own.set(annotator, value)
    }
  }
  const everybody = [...annotators.values()]
  return {
    annotators: [...annotators.keys()],
    units: [...units.values()]
      .filter(own => own.size > 1)
      .map(own => everybody.map(annotator => own.get(annotator) ?? null)),
  }
}

function valuesOf(
  row: AgreementRow,
  firstOrder: Map<string, string>,
  numberOf: (label: string) => number,
): [string, number][] {
  const unit = JSON.stringify([row.item, row.responseId])
  if (row.value !== null) return [[unit, row.value]]
  const choice = row.choice as PreferenceChoice | LabelsChoice | ChecklistChoice | null
  if (choice?.kind === 'choice') return [[unit, numberOf(choice.labels.toSorted().join('|'))]]
  if (choice?.kind === 'checklist')
    return Object.entries(choice.points).map(([point, { earned }]) => [JSON.stringify([unit, point]), earned])
  const [a, b] = row.slots
  if (choice?.kind !== 'preference' || !a || !b) return []
  const pair = JSON.stringify([row.item, ...[a, b].sort()])
  // Everybody's "a" must be the same response: that of the file for recorded votes, that of the earlier model for others.
  const earlier = row.earlier ?? (a < b ? a : b)
  const first = firstOrder.get(pair) ?? (row.origin === 'RECORDED' ? a : earlier)
  firstOrder.set(pair, first)
  const isWinner = choice.prefer === 'a' || choice.prefer === 'b'
  const winner = choice.prefer === 'a' ? a : b
  return [[pair, numberOf(isWinner ? (winner === first ? 'first' : 'second') : choice.prefer)]]
}
