import type { ProtocolInput } from '../schema'

/** How people are given work, unless a preset says otherwise. */
export const usual = {
  order: 'balanced',
  annotatorsPerItem: 1,
  overlap: { share: 0.15, minimumPerLanguage: 30, extraAnnotators: 1 },
  completeBlocks: false,
  minimumProficiency: 'FLUENT',
  expertise: 'prefer',
  quotaPerAnnotator: null,
  quotaPerLanguage: {},
  leaseMinutes: 240,
  revisionHours: 24,
  blindAdmins: true,
} satisfies Partial<ProtocolInput>
