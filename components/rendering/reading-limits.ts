// Says which texts are too large to be formatted while somebody waits: those are shown as plain text, in pieces.

const most = { characters: 150_000, lines: 6_000, lineLength: 30_000, pipes: 12_000, marks: 20_000, nesting: 60 }

const count = (text: string, pattern: RegExp) => {
  let found = 0
  pattern.lastIndex = 0
  while (pattern.exec(text)) found++
  return found
}

/**
 * Whether formatting stays under a few hundred milliseconds on a slow machine. Parsers are quadratic in some marks
 * (brackets, emphasis, back ticks) and in depth.
 */
export function isFormattable(text: string): boolean {
  if (text.length < 2_000) return !isDeep(text)
  if (text.length > most.characters) return false
  if (count(text, /\n/g) > most.lines || count(text, /\|/g) > most.pipes) return false
  if (count(text, /[*_[\]`~]/g) > most.marks && count(text, /[*_[\]`~]/g) * 12 > text.length) return false
  return !new RegExp(`[^\\n]{${most.lineLength}}`).test(text) && !isDeep(text)
}

function isDeep(text: string): boolean {
  return (
    new RegExp(`(?:>[ \\t]?){${most.nesting}}`).test(text) ||
    new RegExp(`^[ \\t]{${most.nesting * 2},}(?:[-*+]|\\d{1,9}[.)])[ \\t]`, 'm').test(text)
  )
}

/** Pieces of about `size` characters, cut after line ends where there are any and never inside a surrogate pair. */
export function cutText(text: string, size: number): string[] {
  const pieces: string[] = []
  let from = 0
  while (from < text.length) {
    let to = Math.min(text.length, from + size)
    if (to < text.length) {
      const lineEnd = text.lastIndexOf('\n', to - 1)
      if (lineEnd > from) to = lineEnd + 1
      else if (/[\udc00-\udfff]/.test(text[to] ?? '')) to++
    }
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces
}
