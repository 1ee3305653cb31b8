// Reads the text of a response that a file gives in pieces: message parts, or titled sections.
import { isGiven, isRecord } from './raw-record'

/** One text; null when it is not made of texts. Parts are joined as they are, sections with their titles as headings. */
export function responseText(given: unknown): string | null {
  if (typeof given === 'string') return given
  if (typeof given === 'number' || typeof given === 'boolean') return String(given)
  if (!Array.isArray(given) || given.length === 0) return null
  const pieces = given.map(piece => (typeof piece === 'string' ? { text: piece } : piece))
  if (!pieces.every(piece => isRecord(piece) && typeof piece.text === 'string')) return null
  const sections = pieces as { text: string; title?: unknown }[]
  if (!sections.some(section => isGiven(section.title))) return sections.map(section => section.text).join('')
  return sections
    .map(({ title, text }) => (isGiven(title) ? `## ${String(title).trim()}\n\n${text.trim()}` : text.trim()))
    .join('\n\n')
}
