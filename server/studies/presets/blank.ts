import type { ProtocolInput } from '../schema'

/** A blank protocol: one score from 0 to 10, to be replaced. */
export const blank: ProtocolInput = {
  criteria: [{ kind: 'scale', id: 'score', scope: 'response', label: 'Score', min: 0, max: 10, step: 1, anchors: [] }],
  guidelines: '',
  referenceShown: ['*'],
  order: 'balanced',
  annotatorsPerItem: 1,
  overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
  completeBlocks: false,
  minimumProficiency: 'FLUENT',
  expertise: 'ignore',
  quotaPerAnnotator: null,
  quotaPerLanguage: {},
  leaseMinutes: 240,
  revisionHours: 24,
  blindAdmins: true,
  statusRules: { refused: 'judged', truncated: 'judged', failed: 'minimum' },
  quality: { gold: { minimumPerAnnotator: 0 } },
}
