import { prepareMarkdown } from '@/components/rendering/prepared-markdown'
import type { BlindedAssignmentData } from '@/server/blinding/schema'

/** Parses an item that comes next while there is time, so that it appears at once. */
export function prepareItem(content: BlindedAssignmentData) {
  const texts = [
    ...content.messages.map(message => message.text),
    ...content.references,
    ...content.responses.flatMap(response => response.turns),
  ]
  const whenIdle = (work: () => void) =>
    window.requestIdleCallback ? window.requestIdleCallback(work, { timeout: 1_000 }) : setTimeout(work, 50)
  // One text per pause: a long one must not hold up typing.
  const prepareNext = () => {
    const text = texts.shift()
    if (text === undefined) return
    prepareMarkdown(text)
    whenIdle(prepareNext)
  }
  whenIdle(prepareNext)
}
