// The hashes by which contents are compared: equal if and only if the contents are (up to what is named here).
import { createHash } from 'node:crypto'
import { canonicalJson } from '../audit/canonical-json'
import { type ItemExtras, plainItem } from './raw-record'
import type { Message } from './schema'

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Between turns, and between parts: characters that no text holds (control characters of their own). */
const turnSeparator = '\u001e'
const partSeparator = '\u001f'

/** All white space as one space, none at the ends: what makes two responses share a slot. */
export const normaliseWhiteSpace = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Of a response's turns with white space normalised. */
export const textHash = (turns: readonly string[]): Buffer => sha256(turns.map(normaliseWhiteSpace).join(turnSeparator))

/** Of a response as it is stored. `findExistingItems` computes the same in SQL. */
export const responseHash = (status: string, turns: readonly string[], reasoning: string | null): Buffer =>
  sha256([status, turns.join(turnSeparator), reasoning ?? ''].join(partSeparator))

/**
 * Of an item: language, category's code, messages, references, and what else it has, but for its rubric: that one has
 * versions, so that another one is no other item.
 */
export const itemHash = (item: {
  language: string
  category: string | null
  messages: readonly Message[]
  references: readonly string[]
  extras: ItemExtras
}): Buffer =>
  sha256(
    JSON.stringify([
      item.language,
      item.category,
      item.messages.map(message => [message.role, message.text]),
      item.references,
      ...extrasOf(item.extras),
    ]),
  )

/** Nothing for a plain item, whose hash is as it was before there were any. */
function extrasOf(extras: ItemExtras): unknown[] {
  const { purpose, expected, explanation, context, sourceLanguage, pairs } = extras
  const isPlain = purpose === 'STUDY' && !expected && !explanation && !context && !sourceLanguage && !pairs
  return extras === plainItem || isPlain
    ? []
    : [canonicalJson({ purpose, expected, explanation, context, sourceLanguage, pairs })]
}

/** What a line says of an item: the item's hash, and its rubric. Equal lines are repeats. */
export const lineHash = (itemHash: Buffer, rubric: ItemExtras['rubric']): Buffer =>
  rubric === null ? itemHash : sha256(itemHash.toString('hex') + canonicalJson(rubric))
