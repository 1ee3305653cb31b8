import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latexTables } from './latex-tables'
import { latexText } from './latex-text'
import { makeResultTables } from './make-result-tables'

/** What is wrong with a text of LaTeX: braces that do not match, or characters that mean something. */
function faults(text: string): string[] {
  // From left to right in one go: in \$-$-$ the first dollar is a character.
  const bare = text.replace(/\\text[a-z]+\{\}|\\ldots\{\}|\\[{}&%$#_]|\$(?:-|\\[a-z]+)\$|\{[[\]*'-]\}|''/g, ' ')
  return [...bare.matchAll(/[\\{}&%$#_^<>|`"[\]*\n]|--(?!-)/g)].map(found => found[0])
}

describe('latexText', () => {
  it.each([
    ['GLM_4.5 & 50% #1 {x}', 'GLM\\_4.5 \\& 50\\% \\#1 \\{x\\}'],
    ['C:\\dir~^$', 'C:\\textbackslash{}dir\\textasciitilde{}\\textasciicircum{}\\$'],
    ['a--b -c', 'a{-}{-}b -c'],
    ['Ann\'s "x"', "Ann's ''x''"],
    ['[x]*', '{[}x{]}{*}'],
    ['−0.5 … 1', '$-$0.5 \\ldots{} 1'],
    ['模型 نموذج 😀', '模型 نموذج 😀'],
    ['two\nlines', 'two lines'],
  ])('writes %j as %j', (text, expected) => {
    expect(latexText(text)).toBe(expected)
  })

  it('lets nothing through that LaTeX would act on', { timeout: 60_000 }, () => {
    const special = fc.string({ unit: fc.constantFrom(...'\\{}&%$#_^~<>|`"\'[]*-−…\n a1模ن') })
    fc.assert(
      fc.property(fc.oneof(special, fc.string({ unit: 'grapheme' })), text => {
        // En and em dashes are written as two and three hyphens, on purpose.
        expect(faults(latexText(text.replace(/[–—]/g, '')))).toEqual([])
      }),
    )
  })
})

describe('latexTables', () => {
  it('writes booktabs tables, the best bold and the second best underlined', () => {
    expect(latexTables(makeResultTables('[A] & B'), { intervals: true }).split('\n').slice(0, 22)).toEqual([
      '% Needs in the preamble:',
      '%   \\usepackage{booktabs}',
      '%   \\usepackage{graphicx}',
      '',
      '\\begin{table}[htbp]',
      '\\centering',
      '\\caption{Mean scores, en}',
      '\\small',
      '\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%',
      '\\begin{tabular}{lrr}',
      '  \\toprule',
      '  Model & Overall & All points \\\\',
      '  \\midrule',
      '  {[}A{]} \\& B & \\textbf{8.08} {\\scriptsize {[}$-$0.05, 8.80{]}} & 81.3\\% \\\\',
      '  Juniper\\_1 & \\underline{$-$0.50} & -- \\\\',
      '  \\midrule',
      '  Items & 17--18 & 18 \\\\',
      '  \\bottomrule',
      '\\end{tabular}}',
      '',
      '\\smallskip{\\footnotesize Made up.\\par}',
      '',
    ])
    expect(latexTables(makeResultTables(), { intervals: false })).not.toContain('scriptsize')
  })

  it('has as many cells in every row as columns, whatever the names', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        const text = latexTables(makeResultTables(name), { intervals: true })
        const rows = text.split('\n').filter(line => line.endsWith(' \\\\'))
        expect(rows.map(row => row.replace(/\\&/g, '').split('&').length)).toEqual([3, 3, 3, 3, 1])
        for (const name of ['table', 'tabular'])
          expect(text.split(`\\begin{${name}}`).length).toBe(text.split(`\\end{${name}}`).length)
      }),
    )
  })

  it('says which fonts other scripts need', () => {
    expect(latexTables(makeResultTables('模型'), { intervals: true })).toContain('chinese-simplified')
    expect(latexTables(makeResultTables('نموذج'), { intervals: true })).toContain('{arabic}')
    expect(latexTables(makeResultTables('Modèle'), { intervals: true })).not.toContain('babel')
  })

  const engine = ['lualatex', 'xelatex', 'pdflatex'].find(name => spawnSync(name, ['--version']).status === 0)
  if (!engine) console.info('skipped: no LaTeX engine to compile with')
  it.skipIf(!engine)('compiles, and ten columns with intervals fit on a page', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'assay-latex-'))
    const table = latexTables(makeResultTables('[A] & 50% _x^ ~ \\ {} "q" `c` #1 $x$ <a|b> --'), { intervals: true })
    const wide = makeResultTables()
    const [first] = wide.tables
    if (!first) throw new Error('there is a table')
    const often = <Cell>([name, figure, ...rest]: Cell[]) => [name, ...Array(10).fill(figure), ...rest] as Cell[]
    const tables = [
      { ...first, columns: often(first.columns), rows: first.rows.map(often), footer: first.footer.map(often) },
    ]
    const wideTable = latexTables({ ...wide, tables }, { intervals: true })
    expect(wideTable).toContain(`  Larch-2${' & \\textbf{8.08}'.repeat(10)}`)
    expect(wideTable).toContain(`  ${' & {\\scriptsize {[}$-$0.05, 8.80{]}}'.repeat(10)}`)
    const document = [
      '\\documentclass{article}',
      '\\usepackage{booktabs}',
      '\\usepackage{graphicx}',
      '\\begin{document}',
      table,
      wideTable,
      '\\end{document}',
    ]
    writeFileSync(path.join(folder, 'table.tex'), document.join('\n'))
    const log = execFileSync(engine ?? '', ['-interaction=nonstopmode', '-halt-on-error', 'table.tex'], { cwd: folder })
    expect(log.toString()).not.toContain('Overfull')
  })
})
