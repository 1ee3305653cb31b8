// Colours a stretch of the page without touching its elements: a selection that is going on stays whole.

/** Styled in marked-text.css. Browsers without custom highlights show nothing. Returns what takes it off again. */
export function paintRange(name: 'assay-pending' | 'assay-pointed' | 'assay-counterpart', range: Range): () => void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return () => undefined
  const painted = CSS.highlights.get(name) ?? new Highlight()
  painted.add(range)
  CSS.highlights.set(name, painted)
  return () => {
    painted.delete(range)
  }
}
