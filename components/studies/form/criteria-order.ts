// Puts criteria into another order, and makes ids that no other has.
import { makeId } from '@/criteria/make-id'
import type { Criterion } from '@/criteria/schema'

/** With one item at another place; places outside the list leave it as it is. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return [...list]
  const others = list.toSpliced(from, 1)
  return others.toSpliced(to, 0, item)
}

export const freeId = (criteria: readonly { id: string }[], label: string, kind: string) =>
  makeId(label, new Set(criteria.map(criterion => criterion.id)), kind)

/** With a new label, and with its id if that is not saved yet; what refers to it follows. */
export function renamed(
  criteria: readonly Criterion[],
  index: number,
  label: string,
  keptIds: ReadonlySet<string>,
): Criterion[] {
  const criterion = criteria[index]
  if (!criterion) return [...criteria]
  const id = keptIds.has(criterion.id)
    ? criterion.id
    : freeId(
        criteria.filter((_, at) => at !== index),
        label,
        criterion.kind,
      )
  return criteria.map((other, at) => {
    if (at === index) return { ...criterion, id, label }
    if (other.kind !== 'comment' || other.required.when !== 'at-or-below' || other.required.criterion !== criterion.id)
      return other
    return { ...other, required: { ...other.required, criterion: id } }
  })
}
