import { describe, expect, test } from 'vitest'
import { preferenceLine, type RecordRow, splitConversation } from './preference-line'

const main = { id: 'overall', strengths: 4 }
const row: RecordRow = {
  id: 'id-1',
  cursor: '7',
  updatedAt: new Date('2026-01-02T03:04:05Z'),
  reason: null,
  item: 'q1',
  pair: 'pair-1',
  language: 'en',
  category: null,
  messages: [
    { role: 'system', text: 'Be brief.' },
    { role: 'user', text: 'Which?' },
  ],
  a: ['This.'],
  b: ['That.'],
  choices: {
    overall: { kind: 'preference', prefer: 'b', strength: 3 },
    safety: { kind: 'preference', prefer: 'a', strength: 1 },
    facts: { kind: 'preference', prefer: 'tie', strength: null },
  },
  annotator: 'annotator-1',
  batch: null,
  submittedAt: new Date('2026-01-02T03:00:00Z'),
}

describe('a line of preference data', () => {
  test('the winner is chosen, and the dimensions are told from its side', () => {
    expect(preferenceLine(row, main)).toEqual({
      id: 'id-1',
      cursor: 7,
      updated: '2026-01-02T03:04:05.000Z',
      item: 'q1',
      pair: 'pair-1',
      language: 'en',
      category: null,
      prompt: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Which?' },
      ],
      chosen: [{ role: 'assistant', content: 'That.' }],
      rejected: [{ role: 'assistant', content: 'This.' }],
      criterion: 'overall',
      strength: 3,
      strengths: 4,
      dimensions: { safety: { prefer: 'rejected', strength: 1 }, facts: { prefer: 'tie', strength: null } },
      annotator: 'annotator-1',
      batch: null,
      judged: '2026-01-02T03:00:00.000Z',
    })
  })

  test('what is none any more is a tombstone without any text', () => {
    expect(preferenceLine({ ...row, reason: 'tie' }, main)).toEqual({
      id: 'id-1',
      cursor: 7,
      updated: '2026-01-02T03:04:05.000Z',
      deleted: true,
      reason: 'tie',
    })
  })

  test('of several turns, the later words of the user stand between the answers', () => {
    const messages = [
      { role: 'user' as const, text: 'One?' },
      { role: 'user' as const, text: 'Two?' },
    ]
    expect(splitConversation(messages, ['1', '2'])).toEqual({
      prompt: [{ role: 'user', content: 'One?' }],
      continuation: [
        { role: 'assistant', content: '1' },
        { role: 'user', content: 'Two?' },
        { role: 'assistant', content: '2' },
      ],
    })
  })
})
