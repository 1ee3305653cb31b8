import type { ProtocolInput } from '../schema'
import { usual } from './usual'

/** Expert rubric: every item has its own scoring standard, point by point; the score is points earned of points possible. */
export const expertRubric: ProtocolInput = {
  ...usual,
  criteria: [
    {
      kind: 'checklist',
      id: 'points',
      scope: 'response',
      label: 'Points',
      help: 'Judge each point of the rubric for itself. Say why wherever you do not give it in full.',
      points: { from: 'item' },
      reasons: 'deductions',
    },
    { kind: 'comment', id: 'comment', scope: 'response', label: 'Comment', required: { when: 'never' } },
  ],
  guidelines: [
    '## How to judge',
    '',
    '1. Solve or think through the problem before you read the responses.',
    '2. Read the rubric. It is the only standard: what it does not ask for earns nothing and costs nothing.',
    '3. Go through the points of one response after the other. A result that is right by luck does not earn the points of its derivation.',
    '4. Give partial credit only where the point allows it. Wherever you do not give a point in full, say why in a sentence.',
    '5. If the rubric itself is wrong, flag the item and judge by the rubric as it stands.',
  ].join('\n'),
  referenceShown: ['*'],
  annotatorsPerItem: 2,
  overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
  revisionHours: 720,
  statusRules: { refused: 'judged', truncated: 'judged', failed: 'minimum' },
  quality: { gold: { minimumPerAnnotator: 0 }, disagreement: { criterion: 'points', difference: 20 } },
}
