import { mqmErrors } from '../ready-criteria'
import type { ProtocolInput } from '../schema'
import { usual } from './usual'

/** Translation 0–3: several systems, one source; the reference is revealed after the first scores. */
export const translation: ProtocolInput = {
  ...usual,
  criteria: [
    {
      kind: 'scale',
      id: 'overall',
      scope: 'response',
      label: 'Overall',
      help: 'Is the meaning conveyed correctly, and is the language authentic?',
      min: 0,
      max: 3,
      step: 1,
      anchors: [
        { value: 0, text: 'Wrong: the meaning is lost or turned into another' },
        { value: 1, text: 'Poor: part of the meaning arrives, with serious errors or language that nobody would use' },
        { value: 2, text: 'Good: the meaning is right in the main; small errors, or language that sounds translated' },
        { value: 3, text: 'Excellent: the whole meaning, in language that a native writer would use' },
      ],
    },
    mqmErrors,
    { kind: 'comment', id: 'comment', scope: 'response', label: 'Comment', required: { when: 'never' } },
  ],
  guidelines: [
    '## How to judge',
    '',
    '1. Read the source and the note on its context before you look at the translations.',
    '2. Read **all** translations, then score each for itself from 0 to 3. Two may have the same score.',
    '3. Meaning comes first: is everything there, nothing added, nothing turned? Then language: would a native writer say it so?',
    '4. Slang, nicknames, emoji and allusions are to arrive in the other language, not to be copied or explained.',
    '5. Mark errors where it helps you to decide; you need not mark all.',
    '6. When your scores are locked, the reference is shown. It is one good translation, not the only one. Change a score only',
    '   where it shows you something that you had overlooked; both scores are kept.',
  ].join('\n'),
  referenceShown: ['*'],
  referenceMoment: 'after-first',
  annotatorsPerItem: 3,
  overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
  expertise: 'ignore',
  statusRules: { refused: 'judged', truncated: 'judged', failed: 'minimum' },
  quality: { gold: { minimumPerAnnotator: 12, every: 9 } },
}
