// Finds the formulas of a line that is not markdown: all else stands as it is written.
import { isBracketMath, isDollarMath } from './inline-math'

export type LinePart = { text: string } | { formula: string }

const pattern = /\$\$(?<double>[^$]+)\$\$|\$(?<single>(?:\\.|[^$\\])+)\$|\\\((?<round>.+?)\\\)|\\\[(?<square>.+?)\\\]/gs

/** The parts of a line in order; formulas by the same rules as in long texts, so that prices stay prices. */
export function splitFormulas(line: string): LinePart[] {
  const parts: LinePart[] = []
  let from = 0
  for (const match of line.matchAll(pattern)) {
    const { double, single, round, square } = match.groups ?? {}
    const formula = double ?? single ?? round ?? square ?? ''
    const end = match.index + match[0].length
    const isFormula =
      single !== undefined
        ? isDollarMath(formula, line[end] ?? '')
        : square !== undefined
          ? isBracketMath(formula)
          : formula.trim() !== ''
    if (!isFormula) continue
    if (match.index > from) parts.push({ text: line.slice(from, match.index) })
    parts.push({ formula })
    from = end
  }
  if (from < line.length) parts.push({ text: line.slice(from) })
  return parts
}
