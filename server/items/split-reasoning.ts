// Takes a model's thinking out of its answer: leading <think> blocks, closed or not, and closed blocks that start a
// line outside code. Tags inside code, and tags that an answer merely mentions, are content.

export interface SplitText {
  text: string
  /** Null: there was none, and `text` is what was given. */
  reasoning: string | null
}

const mention = /<\/?think(?:ing)?>/i
const leadingBlock = /^\s*<(think(?:ing)?)>([\s\S]*?)<\/\1>\s*/i
const leadingUnclosed = /^\s*<think(?:ing)?>([\s\S]*)$/i
/** The opening tag was part of the prompt's template: the answer begins inside the block. */
const leadingUnopened = /^([\s\S]*?)<\/think(?:ing)?>\s*/i
const fence = /^ {0,3}(`{3,}|~{3,})/

/** Splits one text. Blocks of reasoning are joined by an empty line. */
export function splitReasoning(given: string): SplitText {
  if (!mention.test(given)) return { text: given, reasoning: null }
  const found: string[] = []
  let text = given
  for (let block = leadingBlock.exec(text); block; block = leadingBlock.exec(text)) {
    found.push(block[2] ?? '')
    text = text.slice(block[0].length)
  }
  const unclosed = leadingUnclosed.exec(text)
  if (unclosed) return { text: '', reasoning: joined([...found, unclosed[1] ?? '']) }
  const unopened = found.length === 0 ? leadingUnopened.exec(text) : null
  if (unopened && !mention.test(unopened[1] ?? '') && !endsInCode(unopened[1] ?? '')) {
    found.push(unopened[1] ?? '')
    text = text.slice(unopened[0].length)
  }
  if (mention.test(text)) text = withoutLaterBlocks(text, found)
  return found.length === 0 ? { text: given, reasoning: null } : { text, reasoning: joined(found) }
}

const joined = (blocks: string[]) =>
  blocks
    .map(block => block.trim())
    .filter(Boolean)
    .join('\n\n')

/** One pass over the lines, so that hostile texts cost no more than others. */
function withoutLaterBlocks(text: string, found: string[]): string {
  const folded = text.toLowerCase()
  let open: string | null = null
  let kept = ''
  let keptTo = 0
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    const tag = open === null ? /^[ \t]*<(think(?:ing)?)>/i.exec(line) : null
    const close = tag ? `</${(tag[1] ?? '').toLowerCase()}>` : ''
    const closeAt = tag ? folded.indexOf(close, at + tag[0].length) : -1
    if (tag && closeAt >= 0) {
      kept += text.slice(keptTo, at)
      found.push(text.slice(at + tag[0].length, closeAt))
      at = closeAt + close.length
      while (text[at] === ' ' || text[at] === '\t') at++
      if (text[at] === '\n') at++
      keptTo = at
      continue
    }
    if (tag) break
    open = fenceAfter(line, open)
    at = end < 0 ? text.length : end + 1
  }
  return kept + text.slice(keptTo)
}

/** The mark of the fenced block that is open after a line. */
function fenceAfter(line: string, open: string | null): string | null {
  const mark = fence.exec(line)?.[1]
  if (!mark) return open
  if (open === null) return mark
  return mark[0] === open[0] && mark.length >= open.length ? null : open
}

/** Whether a text ends inside a fenced block, or inside inline code of its last line. */
function endsInCode(text: string): boolean {
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  let open: string | null = null
  for (const line of lines) open = fenceAfter(line, open)
  return open !== null || (last.match(/`/g)?.length ?? 0) % 2 === 1
}
