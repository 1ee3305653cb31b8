import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitReasoning } from './split-reasoning'

describe('splitReasoning', () => {
  test.each([
    ['<think>why</think>\n\nanswer', 'answer', 'why'],
    ['  <THINKING>\na\n</THINKING>\n<think>b</think>answer', 'answer', 'a\n\nb'],
    // The opening tag was in the model's own template.
    ['why\n</think>\n\nanswer', 'answer', 'why'],
    ['<think>never closed', '', 'never closed'],
    ['<think></think>answer', 'answer', ''],
    ['first\n<think>then</think>\nlast', 'first\nlast', 'then'],
  ])('%j', (given, text, reasoning) => {
    expect(splitReasoning(given)).toEqual({ text, reasoning })
  })

  test.each([
    'plain',
    'Use the `<think>` tag and close it with `</think>`.',
    '```xml\n<think>code</think>\n```',
    '~~~\n</think>\n~~~',
    'I think <think>not at a line start</think> so',
  ])('leaves %j as it is', given => {
    expect(splitReasoning(given)).toEqual({ text: given, reasoning: null })
  })

  test('what is split off is not in the text, and nothing else is lost', () => {
    const plain = fc.string().filter(part => !/[<>`~]/.test(part))
    fc.assert(
      fc.property(plain, plain, (thought, answer) => {
        const { text, reasoning } = splitReasoning(`<think>${thought}</think>${answer}`)
        expect(text).toBe(answer.trimStart())
        expect(reasoning).toBe(thought.trim())
      }),
    )
  })

  test('hostile texts cost no more than their length', () => {
    const hostile = '\n<think>'.repeat(100_000)
    const startMs = performance.now()
    splitReasoning(`x</think>${hostile}`)
    splitReasoning(`x${hostile}`)
    splitReasoning(`x${hostile}${'</think>\n'.repeat(100_000)}`)
    expect(performance.now() - startMs).toBeLessThan(2000)
  })
})
