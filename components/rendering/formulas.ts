// Draws formulas with KaTeX, which may load nothing, link nowhere and expand little. Imported lazily.
import katex from 'katex'
import 'katex/dist/katex.min.css'

const options = {
  // Commands that carry addresses, classes or styles are refused.
  trust: false,
  throwOnError: true,
  strict: false,
  maxExpand: 200,
  maxSize: 20,
  output: 'htmlAndMathml',
} as const

/** Draws into `target`; false, and nothing drawn, when the formula is broken. */
export function drawFormula(source: string, target: HTMLElement, displayMode: boolean): boolean {
  try {
    katex.render(source, target, { ...options, displayMode })
    return true
  } catch {
    target.replaceChildren()
    return false
  }
}
