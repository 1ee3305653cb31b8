// Criteria that are ready to be added to any protocol, beside those that the presets come with.
import type { ProtocolInput } from './schema'

export const readyNames = ['meaning', 'authenticity', 'esa', 'mqm-errors', 'failure-tags'] as const
export type ReadyName = (typeof readyNames)[number]

type CriterionInput = ProtocolInput['criteria'][number]

/** Errors marked in the text, by the categories and severities of MQM. */
export const mqmErrors = {
  kind: 'spans',
  id: 'errors',
  scope: 'response',
  label: 'Errors',
  help: 'Mark where something is wrong. What is left out is marked in the source.',
  source: true,
  categories: [
    { id: 'mistranslation', label: 'Mistranslation', group: 'Accuracy' },
    { id: 'omission', label: 'Omission', group: 'Accuracy' },
    { id: 'addition', label: 'Addition', group: 'Accuracy' },
    { id: 'untranslated', label: 'Left untranslated', group: 'Accuracy' },
    { id: 'terminology', label: 'Terminology', group: 'Terminology' },
    { id: 'grammar', label: 'Grammar', group: 'Linguistic conventions' },
    { id: 'spelling', label: 'Spelling and punctuation', group: 'Linguistic conventions' },
    { id: 'register', label: 'Register', group: 'Style' },
    { id: 'awkward', label: 'Awkward or unidiomatic', group: 'Style' },
    { id: 'culture', label: 'Slang, names, culture', group: 'Audience' },
    { id: 'locale', label: 'Dates, numbers, units', group: 'Locale conventions' },
    { id: 'other', label: 'Other', group: 'Other' },
  ],
  severities: [
    { id: 'minor', label: 'Minor', weight: 1 },
    { id: 'major', label: 'Major', weight: 5 },
    { id: 'critical', label: 'Critical', weight: 25 },
  ],
} as const satisfies CriterionInput

const scale = { kind: 'scale', scope: 'response', min: 0, step: 1 } as const

export const readyCriteria: Record<ReadyName, CriterionInput> = {
  meaning: {
    ...scale,
    id: 'meaning',
    label: 'Meaning',
    help: 'Does what the source says arrive?',
    max: 3,
    anchors: [
      { value: 0, text: 'Another meaning, or none' },
      { value: 1, text: 'Part of it, with serious errors' },
      { value: 2, text: 'All that matters, small losses' },
      { value: 3, text: 'Everything, nothing added' },
    ],
  },
  authenticity: {
    ...scale,
    id: 'authenticity',
    label: 'Authenticity',
    help: 'Is this how people say it?',
    max: 3,
    anchors: [
      { value: 0, text: 'Nobody would say it so' },
      { value: 1, text: 'Understandable, clearly translated' },
      { value: 2, text: 'Natural in the main' },
      { value: 3, text: 'As a native writer would put it' },
    ],
  },
  esa: {
    ...scale,
    id: 'esa',
    label: 'Quality (ESA)',
    help: 'When the errors are marked: how much of the meaning is kept, in language how good?',
    max: 100,
    anchors: [
      { value: 0, text: 'Nothing of the meaning is kept' },
      { value: 33, text: 'Some of the meaning is kept; large parts are missing or wrong' },
      { value: 66, text: 'Most of the meaning is kept; some errors in meaning or grammar' },
      { value: 100, text: 'The meaning and the language are right throughout' },
    ],
  },
  'mqm-errors': mqmErrors,
  'failure-tags': {
    kind: 'choice',
    id: 'failures',
    scope: 'response',
    label: 'Failures',
    help: 'What is wrong with it; none, if nothing is.',
    many: true,
    mandatory: false,
    options: [
      { id: 'wrong', label: 'Factually wrong' },
      { id: 'instructions', label: 'Instructions not followed' },
      { id: 'incomplete', label: 'Incomplete' },
      { id: 'long', label: 'Too long' },
      { id: 'language', label: 'Wrong language' },
      { id: 'format', label: 'Broken format' },
      { id: 'refusal', label: 'Refused without need' },
      { id: 'unsafe', label: 'Unsafe' },
    ],
  },
}
