// Which nodes of a graph hang together.
import { at } from '../at'

/** `reaches[i][j]`: a path leads from i to j. Every node reaches itself. */
function reachability(edges: readonly (readonly boolean[])[]): boolean[][] {
  const reaches = edges.map((row, i) => row.map((edge, j) => edge || i === j))
  for (const [middle, onward] of reaches.entries())
    for (const row of reaches) if (row[middle]) for (const [j, further] of onward.entries()) if (further) row[j] = true
  return reaches
}

/**
 * The strongly connected components of a directed graph (`edges[i][j]`: i → j), each before those that it leads to; where
 * neither leads to the other, the one with the smaller index first. With edges from winner to loser that is the order of
 * a separated comparison, best first. Give edges in both directions for the components of an undirected graph.
 * Example: 0 → 1, 1 → 0, 0 → 2 gives [[0, 1], [2]].
 */
export function graphComponents(edges: readonly (readonly boolean[])[]): number[][] {
  const reaches = reachability(edges)
  const reach = (from: number, to: number) => at(at(reaches, from), to)
  const left = new Set(edges.keys())
  const components: number[][] = []
  while (left.size > 0) {
    const nodes = [...left]
    const first = nodes.find(node => nodes.every(other => !reach(other, node) || reach(node, other)))
    if (first === undefined) throw new Error('A graph without a first component is impossible.')
    const component = nodes.filter(node => reach(first, node) && reach(node, first))
    for (const node of component) left.delete(node)
    components.push(component)
  }
  return components
}
