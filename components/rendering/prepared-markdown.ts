// Keeps the trees of the texts that were parsed last, so that the next item is ready before it is asked for.
import type { Root } from 'hast'
import { loadHighlighting, loadMath } from './lazy-modules'
import { needsOf, parseMarkdown } from './parse-markdown'
import { isFormattable } from './reading-limits'

const most = 60
const kept = new Map<string, Root | null>()

/** The tree of a text, or null when the text is too large to be formatted. */
export function preparedMarkdown(text: string): Root | null {
  const found = kept.get(text)
  if (found !== undefined) return found
  const tree = isFormattable(text) ? parseMarkdown(text) : null
  if (kept.size >= most) kept.delete(kept.keys().next().value ?? '')
  kept.set(text, tree)
  return tree
}

/** Parses a text that will be shown soon and loads what it needs. */
export function prepareMarkdown(text: string) {
  const tree = preparedMarkdown(text)
  if (!tree) return
  const needs = needsOf(tree)
  if (needs.math) loadMath()
  if (needs.highlighting) loadHighlighting()
}
