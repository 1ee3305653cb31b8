// Puts the marks of displayed formulas ($$ and \[ \]) on lines of their own, as the parser wants them, outside code.
import { isBracketMath } from './inline-math'

const fence = /^(?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*(`{3,}|~{3,})/
const mostLines = 400

interface Opening {
  prefix: string
  rest: string
  closing: '$$' | '\\]'
}

/** A line that begins a displayed formula, behind indentation, quote and list marks. */
function openingOf(line: string): Opening | null {
  const match = /^((?:[\s>]|[-*+]\s|\d{1,9}[.)]\s)*)(\$\$|\\\[)(.*)$/.exec(line)
  if (!match) return null
  const [, prefix = '', mark, rest = ''] = match
  return { prefix, rest, closing: mark === '$$' ? '$$' : '\\]' }
}

/** Continuation lines repeat quote marks and indent as far as the list mark reached. */
const continuation = (prefix: string) => prefix.replace(/[^>\s]/g, ' ')

/** The line on which the formula ends with nothing after it, or -1. */
function findClosing(lines: readonly string[], from: number, opening: Opening): number {
  const here = opening.rest.indexOf(opening.closing)
  if (here >= 0) {
    const formula = opening.rest.slice(0, here)
    const alone = opening.rest.slice(here + opening.closing.length).trim() === ''
    return alone && (opening.closing === '$$' || isBracketMath(formula)) ? from : -1
  }
  for (let index = from + 1; index < Math.min(lines.length, from + mostLines); index++) {
    const line = lines[index] ?? ''
    if (fence.test(line)) return -1
    const at = line.indexOf(opening.closing)
    if (at >= 0) return line.slice(at + opening.closing.length).trim() === '' ? index : -1
  }
  return -1
}

/**
 * The same text with every displayed formula that stands alone written as `$$`, formula, `$$` on own lines.
 * A `$$` without an end is escaped: it would swallow the rest of the text.
 */
export function separateDisplayMath(text: string): string {
  if (!text.includes('$$') && !text.includes('\\[')) return text
  const lines = text.split('\n')
  const out: string[] = []
  let openFence = ''
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const mark = fence.exec(line)?.[1]
    if (openFence) {
      if (mark?.startsWith(openFence) && line.trim().replace(/^[>\s]+/, '') === mark) openFence = ''
      out.push(line)
      continue
    }
    if (mark) {
      openFence = mark
      out.push(line)
      continue
    }
    const opening = openingOf(line)
    if (!opening) {
      out.push(line)
      continue
    }
    const end = findClosing(lines, index, opening)
    if (end < 0) {
      out.push(opening.closing === '$$' && opening.rest.trim() === '' ? line.replace('$$', '\\$\\$') : line)
      continue
    }
    const next = continuation(opening.prefix)
    const body = end === index ? [opening.rest] : [opening.rest, ...lines.slice(index + 1, end + 1)]
    const last = body.length - 1
    body[last] = (body[last] ?? '').slice(0, (body[last] ?? '').lastIndexOf(opening.closing))
    out.push(`${opening.prefix}$$`)
    body.forEach((part, at) => {
      const own = at === 0 ? `${next}${part.trim()}` : part
      if (own.replace(/^[\s>]+/, '') !== '') out.push(own)
    })
    out.push(`${next}$$`)
    index = end
  }
  return out.join('\n')
}
