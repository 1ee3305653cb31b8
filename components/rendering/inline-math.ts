// Recognises $…$, $$…$$, \(…\) and \[…\] inside a paragraph, and leaves sums of money and escaped brackets alone.
import type { Extension as MdastExtension, Token } from 'mdast-util-from-markdown'
import type {} from 'mdast-util-math'
import type {} from 'micromark-extension-math'
import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types'

const dollar = 36
const backslash = 92
const openParenthesis = 40
const openBracket = 91
const mostCharacters = 10_000

/**
 * Whether what stands between two dollar signs is a formula. As in Pandoc: no space inside the signs, no digit after
 * the closing one ("$5 and $10"). Beyond that, a number followed by prose is a price ("$5 (lunch) or 10$").
 */
export function isDollarMath(content: string, next: string): boolean {
  if (content === '' || /^\s|\s$/.test(content) || /^\d/.test(next)) return false
  return !/^\d[\d.,]*\s+[^\\^_=]*[a-z]{3,}/i.test(content)
}

/** `\[` … `\]` is a displayed formula when something in it looks like one; "\[link\]" is an escaped bracket. */
export const isBracketMath = (content: string): boolean => /[\\^_={}+<>|]/.test(content)

const isLineEnding = (code: Code): code is -5 | -4 | -3 => code === -5 || code === -4 || code === -3

function tokenizeInlineMath(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let opening = ''
  let closing = ''
  let content = ''

  const start: State = code => {
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    effects.consume(code)
    opening = code === dollar ? '$' : '\\'
    return opened
  }

  const opened: State = code => {
    if (opening === '\\') {
      if (code !== openParenthesis && code !== openBracket) return nok(code)
      opening = code === openParenthesis ? '\\(' : '\\['
      closing = code === openParenthesis ? '\\)' : '\\]'
      effects.consume(code)
      return inside
    }
    if (code === dollar && opening === '$') {
      opening = '$$'
      closing = '$$'
      effects.consume(code)
      return opened
    }
    if (code === dollar) return nok(code)
    closing = opening
    return inside(code)
  }

  const inside: State = code => {
    effects.exit('mathTextSequence')
    return between(code)
  }

  const between: State = code => {
    if (code === null || content.length > mostCharacters) return nok(code)
    if (isLineEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      content += '\n'
      return between
    }
    effects.enter('mathTextData')
    return data(code)
  }

  const data: State = code => {
    if (code === null || isLineEnding(code)) {
      effects.exit('mathTextData')
      return between(code)
    }
    effects.consume(code)
    // Tabs come as -2 and virtual spaces as -1.
    content += code < 0 ? ' ' : String.fromCodePoint(code)
    const escaped = closing[0] === '$' && content.endsWith(`\\${closing}`)
    if (content.endsWith(closing) && !escaped) return closed
    return data
  }

  const closed: State = code => {
    const formula = content.slice(0, -closing.length)
    const next = code === null || code < 0 ? '' : String.fromCodePoint(code)
    // "$a$$" is not the end of "$a"; "$$a$" is not either.
    if (closing === '$' && next === '$') return nok(code)
    const accepted =
      closing === '$' ? isDollarMath(formula, next) : closing === '\\]' ? isBracketMath(formula) : formula.trim() !== ''
    if (!accepted) return nok(code)
    effects.exit('mathTextData')
    effects.exit('mathText')
    return ok(code)
  }

  return start
}

const construct = { name: 'mathText', tokenize: tokenizeInlineMath, previous: opensAfter }

/** A dollar sign right after a dollar sign was refused once already: it opens nothing. */
function opensAfter(this: TokenizeContext, code: Code) {
  return code !== dollar || this.events[this.events.length - 1]?.[1].type === 'characterEscape'
}

/** The syntax, for micromark. */
export const inlineMath: Extension = { text: { [dollar]: construct, [backslash]: construct } }

/** What it becomes: `inlineMath` nodes that turn into `<code class="math-inline">` or `math-display`. */
export const inlineMathFromMarkdown: MdastExtension = {
  enter: {
    mathText(token: Token) {
      this.enter({ type: 'inlineMath', value: '' }, token)
      this.buffer()
    },
  },
  exit: {
    mathText(token: Token) {
      this.resume()
      const source = this.sliceSerialize(token)
      const node = this.stack[this.stack.length - 1]
      if (node?.type === 'inlineMath') {
        const size = source.startsWith('$') && !source.startsWith('$$') ? 1 : 2
        node.value = source.slice(size, -size).trim()
        const display = source.startsWith('$$') || source.startsWith('\\[')
        node.data = {
          hName: 'code',
          hProperties: { className: [display ? 'math-display' : 'math-inline'] },
          hChildren: [{ type: 'text', value: node.value }],
        }
      }
      this.exit(token)
    },
  },
}
