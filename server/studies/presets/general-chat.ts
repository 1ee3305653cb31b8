import type { ProtocolInput } from '../schema'
import { usual } from './usual'

/** Chat 0–10: one person scores all responses of a prompt side by side. */
export const generalChat: ProtocolInput = {
  ...usual,
  criteria: [
    {
      kind: 'scale',
      id: 'score',
      scope: 'response',
      label: 'Score',
      help: 'Overall quality of the response, judged against the guidelines.',
      min: 0,
      max: 10,
      step: 1,
      anchors: [
        { value: 0, text: 'Unusable: empty, harmful, or nothing to do with the prompt' },
        { value: 1, text: 'Wrong throughout; of no use' },
        { value: 2, text: 'Mostly wrong; a fragment is of use' },
        { value: 3, text: 'Serious errors; the need is not met' },
        { value: 4, text: 'Partly right, but important parts are wrong or missing' },
        { value: 5, text: 'Half meets the need; needs much rework' },
        { value: 6, text: 'Meets the need with clear flaws' },
        { value: 7, text: 'Good: right in the main, small flaws' },
        { value: 8, text: 'Very good: right and complete, little to improve' },
        { value: 9, text: 'Excellent: right, complete, clear and well formed' },
        { value: 10, text: 'Outstanding: could not reasonably be better' },
      ],
    },
    {
      kind: 'comment',
      id: 'comment',
      scope: 'response',
      label: 'Comment',
      required: { when: 'at-or-below', criterion: 'score', score: 3 },
    },
  ],
  guidelines: [
    '## How to judge',
    '',
    '1. Read the prompt and, where one is shown, the reference answer.',
    '2. Read **all** responses before you score the first one.',
    '3. Score each response for itself from 0 to 10. Two responses may have the same score.',
    '',
    'Correctness comes first, then completeness, then whether the instructions were followed, then clarity and form.',
    'Length alone is neither good nor bad. Do not guess who wrote a response.',
    '',
    'Say in a comment why you gave a score of 3 or lower.',
  ].join('\n'),
  referenceShown: ['math', 'objective-qa', 'logic'],
  statusRules: { refused: 'judged', truncated: 'judged', failed: 'minimum' },
}
