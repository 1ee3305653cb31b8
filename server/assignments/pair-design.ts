// Which pairs of an item's responses are compared when not all of them are.

type Pair = readonly [number, number]

/**
 * `count` distinct pairs of 0 … size − 1 (all of them when there are not more). However many are asked for, no member is
 * in more than one pair more than another; size − 1 or more of them connect all members.
 */
export function pairDesign(size: number, count: number): Pair[] {
  const all = size % 2 === 0 ? roundRobin(size) : hamiltonianCycles(size)
  return all.slice(0, count)
}

/**
 * The circle method for an even size: rounds in which everybody meets somebody. Two rounds in a row make one cycle
 * through all members, so size − 1 pairs are connected.
 */
function roundRobin(size: number): Pair[] {
  const others = size - 1
  return Array.from({ length: Math.max(0, others) }, (_, round) =>
    Array.from({ length: size / 2 }, (_, k): Pair => {
      if (k === 0) return [others, round]
      return [(round + k) % others, (round - k + others) % others]
    }),
  ).flat()
}

/**
 * Walecki's cycles for an odd size: each goes through all members once, and together they hold every pair once. Within a
 * cycle every other edge comes first, so that nobody gets a second pair before everybody has one.
 */
function hamiltonianCycles(size: number): Pair[] {
  const ring = size - 1
  return Array.from({ length: ring / 2 }, (_, start) => {
    const zigzag = Array.from({ length: ring }, (_, step) => {
      const by = step % 2 === 1 ? (step + 1) / 2 : -step / 2
      return (start + by + ring) % ring
    })
    const cycle = [ring, ...zigzag]
    const edge = (from: number): Pair => [cycle[from] ?? 0, cycle[(from + 1) % size] ?? 0]
    const even = Array.from({ length: (size - 1) / 2 }, (_, index) => edge(2 * index))
    const odd = Array.from({ length: (size - 1) / 2 }, (_, index) => edge(2 * index + 1))
    return [...even, edge(size - 1), ...odd]
  }).flat()
}
