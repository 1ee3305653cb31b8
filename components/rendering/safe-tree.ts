// Builds a new tree out of nothing but known elements and attributes, so that no text can script, load, link, name or style.
import type { Element, ElementContent, Nodes, Root, RootContent, Text } from 'hast'
import { textDirection } from './text-direction'
import { splitHidden } from './visible-characters'

/** Kept as they are, without attributes. All other elements leave their children behind. */
const plain = new Set(['br', 'hr', 'em', 'strong', 'del', 'sup', 'sub', 'thead', 'tbody', 'tr', 'section'])
/** Blocks of text: the browser finds the direction of each. */
const textBlocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'td'])
/** Blocks of blocks: dir="auto" would skip children that have their own, so the direction is computed. */
const containers = new Set(['ul', 'ol', 'li', 'blockquote', 'table'])

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})
const text = (value: string): Text => ({ type: 'text', value })

/** The text of a tree. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Text with characters that hide shown by number. */
export function showHidden(value: string, code: boolean): ElementContent[] {
  return splitHidden(value, { code }).map(segment =>
    segment.kind === 'text'
      ? text(segment.value)
      : element('mark', { dataHidden: '', dir: 'ltr' }, [text(segment.value)]),
  )
}

const classesOf = (node: Element): string[] =>
  Array.isArray(node.properties.className) ? node.properties.className.map(String) : []

const languageOf = (node: Element) =>
  classesOf(node)
    .find(name => name.startsWith('language-'))
    ?.slice('language-'.length)
    .replace(/[^\w+#.-]/g, '')
    .slice(0, 30)

/** An address is shown, not followed: following it would tell its owner who reads, and when. */
function address(label: string, url: string): ElementContent[] {
  const shown = url.replace(/^mailto:/, '')
  if (!shown || shown.startsWith('#') || label === url || label === shown) return []
  const short = shown.length > 200 ? `${shown.slice(0, 200)}…` : shown
  return [text(' '), element('span', { dataAddress: '', dir: 'ltr' }, showHidden(short, true))]
}

function link(node: Element): ElementContent[] {
  if ('dataFootnoteBackref' in node.properties) return []
  const children = safeChildren(node)
  const label = textOf(node)
  return [element('span', { dataLink: '' }, children), ...address(label, String(node.properties.href ?? ''))]
}

function image(node: Element): ElementContent[] {
  const label = String(node.properties.alt ?? '')
  const url = String(node.properties.src ?? '')
  return [element('span', { dataImage: '' }, showHidden(label || url.slice(0, 60), false)), ...address(label, url)]
}

function preformatted(node: Element): ElementContent[] {
  const code = node.children.find(child => child.type === 'element' && child.tagName === 'code')
  if (code?.type !== 'element') return safeChildren(node)
  const value = textOf(code)
  if (classesOf(code).includes('math-display'))
    return [element('div', { dir: 'ltr' }, [element('code', { dataMath: 'display' }, [text(value)])])]
  return [
    element('pre', { dir: 'ltr', dataLanguage: languageOf(code) ?? '' }, [
      element('code', {}, [text(value.replace(/\n$/, ''))]),
    ]),
  ]
}

function inlineCode(node: Element): ElementContent[] {
  const math = classesOf(node).find(name => name === 'math-inline' || name === 'math-display')
  if (math) return [element('code', { dataMath: math === 'math-display' ? 'display' : 'inline' }, [text(textOf(node))])]
  return [element('code', { dir: 'auto' }, showHidden(textOf(node), true))]
}

function safeElement(node: Element): ElementContent[] {
  const { tagName, properties } = node
  if (tagName === 'a') return link(node)
  if (tagName === 'img') return image(node)
  if (tagName === 'pre') return preformatted(node)
  if (tagName === 'code') return inlineCode(node)
  // A task list's box is a mark of the text, not something to tick.
  if (tagName === 'input') return [text(properties.checked ? '☑' : '☐')]
  if (plain.has(tagName)) return [element(tagName, {}, safeChildren(node))]
  if (textBlocks.has(tagName)) {
    const align = ['center', 'right', 'left'].find(value => value === properties.align)
    return [element(tagName, { dir: 'auto', ...(align && { dataAlign: align }) }, safeChildren(node))]
  }
  if (containers.has(tagName)) {
    const start = tagName === 'ol' && Number.isInteger(properties.start) ? { start: properties.start } : {}
    return [element(tagName, { dir: textDirection(textOf(node)), ...start }, safeChildren(node))]
  }
  return safeChildren(node)
}

function safeNode(node: RootContent | ElementContent): ElementContent[] {
  if (node.type === 'text') return showHidden(node.value, false)
  // HTML in the text. Line breaks are common in tables; anything else is shown as it was written.
  if (node.type === 'raw')
    return /^<br\s*\/?>$/i.test(node.value) ? [element('br', {}, [])] : showHidden(node.value, false)
  return node.type === 'element' ? safeElement(node) : []
}

const safeChildren = (node: Element): ElementContent[] => node.children.flatMap(safeNode)

/** The tree that is rendered. */
export const safeTree = (tree: Root): Root => ({ type: 'root', children: tree.children.flatMap(safeNode) })
