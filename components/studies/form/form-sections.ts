/** The parts of the form, in order; each is an anchor on the page and a prefix of the fields in it. */
export const formSections = [
  { id: 'basics', fields: ['name', 'disclosure'] },
  { id: 'guidelines', fields: ['protocol.guidelines', 'protocol.guidelinesByLanguage'] },
  { id: 'criteria', fields: ['protocol.criteria'] },
  {
    id: 'presentation',
    fields: ['protocol.referenceShown', 'protocol.referenceMoment', 'protocol.comparison', 'protocol.order'],
  },
  { id: 'overlap', fields: ['protocol.annotatorsPerItem', 'protocol.overlap'] },
  {
    id: 'people',
    fields: [
      'protocol.minimumProficiency',
      'protocol.expertise',
      'protocol.quotaPerAnnotator',
      'protocol.quotaPerLanguage',
    ],
  },
  { id: 'quality', fields: ['protocol.quality'] },
  { id: 'course', fields: ['protocol.batches', 'protocol.adaptive', 'protocol.bridgeAnchors'] },
  { id: 'timing', fields: ['protocol.leaseMinutes', 'protocol.revisionHours'] },
  {
    id: 'blinding',
    fields: ['protocol.blindAdmins', 'protocol.completeBlocks', 'protocol.statusRules', 'protocol.tieThreshold'],
  },
] as const
export type FormSectionId = (typeof formSections)[number]['id']

export interface FieldProblem {
  path: string
  message: string
}

/** The section that a field stands in. */
export const sectionOf = (path: string): FormSectionId =>
  formSections.find(section => section.fields.some(field => path === field || path.startsWith(`${field}.`)))?.id ??
  'basics'

/** All messages of a tree of form errors, each with the path of its field. */
export function listProblems(errors: unknown, path = ''): FieldProblem[] {
  if (!errors || typeof errors !== 'object') return []
  if ('message' in errors && typeof errors.message === 'string' && 'type' in errors)
    return [{ path: path.replace(/\.root$/, ''), message: errors.message }]
  return Object.entries(errors)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, value]) => listProblems(value, path ? `${path}.${key}` : key))
}
