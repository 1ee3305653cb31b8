// Ids are made of labels, so that exported files can be read, and are free among their like.

const mostLength = 40

/** "Failure tags" → "failure-tags"; with a number behind it when that is taken. `otherwise`: for labels without Latin letters. */
export function makeId(label: string, taken: ReadonlySet<string>, otherwise: string): string {
  const slug = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, mostLength - 4)
    .replace(/-+$/, '')
  const base = slug || otherwise
  if (slug && !taken.has(base)) return base
  for (let number = slug ? 2 : 1; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}

/** Parts with the labels of one changed: a part that is not saved yet gets the id of its label. */
export function relabel<Part extends { id: string; label: string }>(
  parts: readonly Part[],
  index: number,
  label: string,
  keptIds: ReadonlySet<string>,
  otherwise: string,
): Part[] {
  return parts.map((part, at) => {
    if (at !== index) return part
    const taken = new Set(parts.flatMap((other, place) => (place === index ? [] : [other.id])))
    return { ...part, label, id: keptIds.has(part.id) ? part.id : makeId(label, taken, otherwise) }
  })
}
