import type { Rational } from './rational'

const shift = 1100n

/** The nearest binary number, but for its last bit; also where numerator or denominator alone would be infinite. */
export function rationalToNumber({ numerator, denominator }: Rational): number {
  const direct = Number(numerator) / Number(denominator)
  if (Number.isFinite(direct)) return direct
  const scaled = (numerator << shift) / denominator
  const bits = BigInt(scaled.toString(2).length)
  const excess = bits > 64n ? bits - 64n : 0n
  return Number(scaled >> excess) * 2 ** Number(excess - shift)
}
