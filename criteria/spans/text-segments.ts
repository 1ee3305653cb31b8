// Cuts a text into the pieces that it is drawn of, so that every piece knows where it stands in the raw text.
import type { Stretch } from './text-units'

/** Something that is drawn otherwise than as it is written: a hidden character as its number. */
export interface Shown extends Stretch {
  shown: string
}

export interface TextSegment extends Stretch {
  /** Null: as it stands in the text. */
  shown: string | null
  /** Indices of the marks that cover it. */
  marks: number[]
}

/** Carriage returns are not drawn, and an HTML parser drops them: each is a piece of its own without any text. */
const returns = (text: string): Shown[] =>
  [...text.matchAll(/\r/g)].map(({ index }) => ({ start: index, end: index + 1, shown: '' }))

/** The pieces in the order of the text; joined, they are the text. `atoms` must not overlap. */
export function segmentsOf(text: string, marks: readonly Stretch[], atoms: readonly Shown[]): TextSegment[] {
  const whole = [...atoms, ...returns(text)]
  const atomAt = new Map(whole.map(atom => [atom.start, atom]))
  const edges = new Set([0, text.length])
  for (const { start, end } of [...marks, ...whole])
    for (const edge of [start, end]) if (edge > 0 && edge < text.length) edges.add(edge)
  for (const { start, end } of whole) for (const edge of edges) if (edge > start && edge < end) edges.delete(edge)
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length
    return {
      start,
      end,
      shown: atomAt.get(start)?.shown ?? null,
      marks: marks.flatMap((mark, number) => (mark.start < end && mark.end > start ? [number] : [])),
    }
  })
}
