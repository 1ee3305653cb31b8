import type { ProtocolInput } from '../schema'
import { usual } from './usual'

/** Ranking: all responses of an item in order, the best first; ties are allowed. */
export const ranking: ProtocolInput = {
  ...usual,
  criteria: [
    {
      kind: 'ranking',
      id: 'rank',
      scope: 'response',
      label: 'Ranking',
      help: 'The best first. Responses between which you cannot decide share a rank.',
      ties: true,
    },
    { kind: 'comment', id: 'comment', scope: 'item', label: 'Comment', required: { when: 'never' } },
  ],
  guidelines: [
    '## How to judge',
    '',
    '1. Read the prompt, then **all** responses to their ends.',
    '2. Put them in order, the best first. Let two share a rank only when you cannot tell which one you would rather have got.',
    '3. Correctness comes first, then completeness, then whether the instructions were followed, then clarity and form.',
    '',
    'Length alone is neither good nor bad. Do not guess who wrote a response.',
  ].join('\n'),
  referenceShown: ['math', 'objective-qa', 'logic'],
  statusRules: { refused: 'judged', truncated: 'judged', failed: 'missing' },
}
