// The seeded generator of every bootstrap and simulation: the same seed gives the same figures on every machine.

/** A source of numbers in [0, 1). */
export type Random = () => number

/**
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, passes the usual small tests; not for secrets.
 * Example: the first number of seed 20240701 is 0.15123571059666574.
 */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
