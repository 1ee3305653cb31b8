// From places in a drawn text to offsets in the raw one and back. Its pieces are direct children of one element, each
// with `data-start`; what is drawn otherwise than it is written has `data-length`, too, and is never entered.
import type { Stretch } from './text-units'

const startOf = (piece: Element) => Number((piece as HTMLElement).dataset.start)
const atomLength = (piece: Element) => {
  const length = (piece as HTMLElement).dataset.length
  return length === undefined ? null : Number(length)
}

/** The offset in the raw text, which has `length` code units, of a place on the page. */
export function offsetAt(root: Element, node: Node, offset: number, length: number): number {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest('[data-start]')
  if (piece && root.contains(piece)) {
    const atom = atomLength(piece)
    if (atom !== null) return startOf(piece) + (offset > 0 ? atom : 0)
    return startOf(piece) + (node instanceof Text || offset === 0 ? offset : (piece.textContent ?? '').length)
  }
  if (node === root) {
    const next = root.children[offset]
    return next ? startOf(next) : length
  }
  return root.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING ? 0 : length
}

/** What of a text is selected on the page; null: nothing. A selection that goes beyond the text is cut to it. */
export function selectedIn(root: Element, selection: Selection | null, length: number): Stretch | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const start = offsetAt(root, range.startContainer, range.startOffset, length)
  const end = offsetAt(root, range.endContainer, range.endOffset, length)
  return start < end ? { start, end } : null
}

function pointAt(root: Element, offset: number, isEnd: boolean): [Node, number] {
  const pieces = [...root.children]
  for (const [index, piece] of pieces.entries()) {
    const start = startOf(piece)
    const atom = atomLength(piece)
    const end = start + (atom ?? (piece.textContent ?? '').length)
    if (isEnd ? offset > start && offset <= end : offset >= start && offset < end)
      return atom === null && piece.firstChild ? [piece.firstChild, offset - start] : [root, index + (isEnd ? 1 : 0)]
  }
  return [root, isEnd && offset > 0 ? pieces.length : 0]
}

/** A stretch of the raw text as it stands on the page. */
export function rangeOf(root: Element, { start, end }: Stretch): Range {
  const range = document.createRange()
  range.setStart(...pointAt(root, start, false))
  range.setEnd(...pointAt(root, end, true))
  return range
}
