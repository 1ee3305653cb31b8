// Where texts go in a picture of a chart, which has no layout of its own. Widths are estimates: nothing is measured.

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6]/u

/** About how many pixels a text takes in a common sans serif. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const sign of text) width += wide.test(sign) ? 1 : /[\p{Lu}mwMW@%]/u.test(sign) ? 0.7 : 0.54
  return width * size
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  const signs = [...text]
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

/** Breaks a text into lines that fit; a word that is longer than a line is broken, as those of Chinese are. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  // Words with the space after them; every wide sign is a word.
  for (const word of text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uffe6]\s*|[^\s\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uffe6]+\s*/gu,
  ) ?? []) {
    if (line && textWidth((line + word).trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += word
    while (textWidth(line.trimEnd(), size) > width) {
      const signs = [...line]
      let kept = signs.length - 1
      while (kept > 1 && textWidth(signs.slice(0, kept).join(''), size) > width) kept -= 1
      lines.push(signs.slice(0, kept).join(''))
      line = signs.slice(kept).join('')
    }
  }
  if (line.trim()) lines.push(line.trimEnd())
  return lines
}
