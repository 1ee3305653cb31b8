/** The elements by name, in the order in which their names first come. */
export function groupBy<T>(list: readonly T[], key: (element: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const element of list) {
    const name = key(element)
    const group = groups.get(name)
    if (group) group.push(element)
    else groups.set(name, [element])
  }
  return groups
}
