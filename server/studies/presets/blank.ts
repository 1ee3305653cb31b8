import type { ProtocolInput } from '../schema'
import { usual } from './usual'

/** A blank protocol: one score from 0 to 10, to be replaced. */
export const blank: ProtocolInput = {
  ...usual,
  criteria: [{ kind: 'scale', id: 'score', scope: 'response', label: 'Score', min: 0, max: 10, step: 1, anchors: [] }],
  guidelines: '',
  referenceShown: ['*'],
  overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
  expertise: 'ignore',
  statusRules: { refused: 'judged', truncated: 'judged', failed: 'minimum' },
  quality: { gold: { minimumPerAnnotator: 0 } },
}
