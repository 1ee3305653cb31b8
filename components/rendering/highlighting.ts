// Colours code of the common languages. Imported lazily.
import type { Root } from 'hast'
import { common, createLowlight } from 'lowlight'

const lowlight = createLowlight(common)

/** The tree of a piece of code, or null when its language is not known. */
export function highlightCode(language: string, code: string): Root | null {
  const name = language.toLowerCase()
  return lowlight.registered(name) ? lowlight.highlight(name, code) : null
}
