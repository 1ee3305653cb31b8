// Any text as LaTeX that prints just that text, in one line.

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  '"': "''",
  // After the end of a row these would be read as an option of it.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
  '−': '$-$',
  '–': '--',
  '—': '---',
  '…': '\\ldots{}',
  '×': '$\\times$',
  '≤': '$\\leq$',
  '≥': '$\\geq$',
  α: '$\\alpha$',
  κ: '$\\kappa$',
  ν: '$\\nu$',
  '\u00a0': '~',
}

/** Letters of all scripts stay as they are: a Unicode engine with a font for them prints them. */
export const latexText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    // Hyphens in a row would become a dash, apostrophes a quotation mark.
    .replace(/-{2,}|'{2,}|./gsu, found =>
      /^(?:--|'')/.test(found) ? `{${found[0]}}`.repeat(found.length) : (commands[found] ?? found),
    )
