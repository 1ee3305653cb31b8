import type { Element, Nodes } from 'hast'
import { describe, expect, it } from 'vitest'
import { separateDisplayMath } from './display-math'
import { isDollarMath } from './inline-math'
import { parseMarkdown } from './parse-markdown'
import { textOf } from './safe-tree'

function elements(node: Nodes, name: string): Element[] {
  const own = node.type === 'element' && node.tagName === name ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap(child => elements(child, name))] : own
}
const formulas = (markdown: string) =>
  elements(parseMarkdown(markdown), 'code')
    .filter(node => node.properties.dataMath)
    .map(node => [node.properties.dataMath, textOf(node)])

describe('formulas', () => {
  it.each([
    ['Let $x_1 + y$ be', [['inline', 'x_1 + y']]],
    [
      'Let $x$, $y$.',
      [
        ['inline', 'x'],
        ['inline', 'y'],
      ],
    ],
    ['so \\(a*b*c\\) and', [['inline', 'a*b*c']]],
    ['so \\[ a_1 = b_2 \\]', [['display', 'a_1 = b_2']]],
    ['$$ e = mc^2 $$', [['display', 'e = mc^2']]],
    ['in a line $$e$$ here', [['display', 'e']]],
    ['$$\na\n\nb\n$$', [['display', 'a\nb']]],
    ['\\[\na\n= b\n\\]', [['display', 'a\n= b']]],
    ['1. Item\n   \\[\n   x\n   \\]\n2. Next', [['display', 'x']]],
    ['> $$\n> q\n> $$', [['display', 'q']]],
    ['$\\text{cost} = \\$5$', [['inline', '\\text{cost} = \\$5']]],
    ['$2x + 3$', [['inline', '2x + 3']]],
    ['価格は$x$円', [['inline', 'x']]],
  ])('finds them in %j', (markdown, expected) => {
    expect(formulas(markdown)).toEqual(expected)
  })

  it.each([
    'It costs $5 and $10.',
    'from $5-$10',
    'US$5/US$10',
    '$HOME and $PATH',
    'pays $20 (that is all) or 30$',
    '\\[link\\] and \\[1\\]',
    'a \\$5 and \\$6 note$',
    '`$x$` and `\\(y\\)`',
    '```\n$$\nx\n$$\n```',
    '$$\nnever closed\n\nmore text',
  ])('leaves %j alone', markdown => {
    expect(formulas(markdown)).toEqual([])
  })

  it('keeps the text behind an unclosed mark', () => {
    expect(elements(parseMarkdown('$$\nnever closed\n\n# Title'), 'h1')).toHaveLength(1)
  })

  it('is decided by what stands at both ends', () => {
    expect(isDollarMath('x', '.')).toBe(true)
    expect(isDollarMath('x ', '')).toBe(false)
    expect(isDollarMath('x', '5')).toBe(false)
    expect(isDollarMath('', '')).toBe(false)
  })

  it('touches nothing else', () => {
    const text = 'a\n\n~~~\n\\[ x \\]\n~~~\n\nb $5'
    expect(separateDisplayMath(text)).toBe(text)
  })
})

describe('markdown', () => {
  it('knows tables, task lists, footnotes and deletions', () => {
    const tree = parseMarkdown('| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n- [x] done\n\n~~old~~ ~about~ x[^1]\n\n[^1]: note')
    expect(elements(tree, 'td').map(node => node.properties.dataAlign)).toEqual(['center', 'right'])
    expect(textOf(tree)).toContain('☑ done')
    expect(elements(tree, 'del')).toHaveLength(1)
    expect(textOf(tree)).toContain('note')
    expect(textOf(tree)).not.toContain('↩')
  })

  it('keeps the language of a fence', () => {
    expect(elements(parseMarkdown('```c++\nint x;\n```'), 'pre')[0]?.properties.dataLanguage).toBe('c++')
  })
})
