// Makes React elements of a safe tree, whose elements and attributes are a closed set.
import type { Element, ElementContent, Root } from 'hast'
import { createElement, Fragment, type ReactNode } from 'react'

/** Draws an element in its own way; `children` are drawn already. */
export type DrawElement = (node: Element, children: ReactNode[], key: number) => ReactNode

const attributeName = (property: string) =>
  property.startsWith('data') ? property.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`) : property

function attributesOf({ properties }: Element): Record<string, unknown> {
  const attributes: Record<string, unknown> = {}
  for (const [property, value] of Object.entries(properties))
    if (value !== null && value !== undefined)
      attributes[attributeName(property)] = Array.isArray(value) ? value.join(' ') : value
  return attributes
}

function drawNodes(nodes: readonly (Root['children'][number] | ElementContent)[], own: Record<string, DrawElement>) {
  return nodes.map((node, key): ReactNode => {
    if (node.type === 'text') return node.value
    if (node.type !== 'element') return null
    const children = drawNodes(node.children, own)
    const draw = own[node.tagName]
    return draw ? draw(node, children, key) : createElement(node.tagName, { ...attributesOf(node), key }, ...children)
  })
}

/** `own`: by tag name, what is not drawn as the element that it is. */
export const drawTree = (tree: Root, own: Record<string, DrawElement> = {}): ReactNode =>
  createElement(Fragment, null, ...drawNodes(tree.children, own))
