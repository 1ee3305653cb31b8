// Tables for a terminal: columns padded by how wide their characters are shown.

/** Terminal cells of a text: CJK and full-width characters take two. */
function width(text: string): number {
  let cells = 0
  for (const character of text)
    cells += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1
  return cells
}

/** Lines of a table with a header; columns named in `numeric` align to the end. Control characters are left out. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly number[] = [],
) {
  const clean = (text: string) => text.replace(/\p{Cc}/gu, ' ')
  const all = [header, ...rows].map(row => header.map((_, index) => clean(row[index] ?? '')))
  const widths = header.map((_, index) => Math.max(...all.map(row => width(row[index] ?? ''))))
  const line = (row: string[]) =>
    row
      .map((cell, index) => {
        const pad = ' '.repeat((widths[index] ?? 0) - width(cell))
        return numeric.includes(index) ? pad + cell : cell + pad
      })
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = all
  return [line(head), widths.map(cells => '─'.repeat(cells)).join('  '), ...body.map(line)].join('\n')
}
