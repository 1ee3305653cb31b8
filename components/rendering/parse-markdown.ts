// Turns markdown into a safe tree; the same text always gives the same tree.
import type { Root } from 'hast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import { math } from 'micromark-extension-math'
import { separateDisplayMath } from './display-math'
import { inlineMath, inlineMathFromMarkdown } from './inline-math'
import { safeTree } from './safe-tree'

const mathBlocks = { flow: math().flow }
// One tilde means "about" more often than "deleted".
const extensions = [gfm({ singleTilde: false }), mathBlocks, inlineMath]
const mdastExtensions = [gfmFromMarkdown(), mathFromMarkdown(), inlineMathFromMarkdown]

/** GitHub markdown with formulas. HTML in the text stays text. */
export function parseMarkdown(markdown: string): Root {
  const lines = markdown.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
  const tree = toHast(fromMarkdown(separateDisplayMath(lines), { extensions, mdastExtensions }), {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: '―',
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: {},
  })
  return tree.type === 'root' ? safeTree(tree) : { type: 'root', children: [] }
}

/** What a tree needs that is loaded only then. */
export function needsOf(tree: Root): { math: boolean; highlighting: boolean } {
  const needs = { math: false, highlighting: false }
  const visit = (node: Root | Root['children'][number]) => {
    if (node.type === 'element') {
      if (node.properties.dataMath) needs.math = true
      if (node.properties.dataLanguage) needs.highlighting = true
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return needs
}
