import { toNestErrors } from '@hookform/resolvers'
import { type FieldError, type Resolver, useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import type { SchemaWords } from '@/components/ui/schema-words'
import { keepAnchors } from '@/server/studies/scale-anchors'
import { type StudyForm, studyFormSchema } from '@/server/studies/schema'

/** What the form holds while it is being filled: what the schema takes, before its defaults. */
export type StudyFormValues = z.input<typeof studyFormSchema>

/** The form around a section. */
export const useStudyForm = () => useFormContext<StudyFormValues, unknown, StudyForm>()

/** What refers to something that is gone (a value, a criterion) is dropped when the form is sent, not while somebody types. */
export function settledValues(values: StudyFormValues): StudyFormValues {
  const { quality } = values.protocol
  const scales = values.protocol.criteria.filter(criterion => criterion.kind === 'scale')
  const criteria = values.protocol.criteria.map(criterion => {
    if (criterion.kind === 'scale') return { ...criterion, anchors: keepAnchors(criterion.anchors, criterion) }
    if (criterion.kind !== 'comment' || criterion.required.when !== 'at-or-below') return criterion
    const { criterion: scale } = criterion.required
    const isThere = scales.some(other => other.id === scale)
    return isThere ? criterion : { ...criterion, required: { when: 'never' as const } }
  })
  const disagreement = criteria.some(({ id }) => id === quality?.disagreement?.criterion) ? quality?.disagreement : null
  return { ...values, protocol: { ...values.protocol, criteria, quality: { ...quality, disagreement } } }
}

/** Checks with the server's own schema; of the issues of a field, the first is told. */
export function studyFormResolver({ error, text }: SchemaWords): Resolver<StudyFormValues, unknown, StudyForm> {
  return (values, _, options) => {
    const parsed = studyFormSchema.safeParse(settledValues(values), { error })
    if (parsed.success) return { values: parsed.data, errors: {} }
    const errors: Record<string, FieldError> = {}
    for (const { path, code, message } of parsed.error.issues)
      errors[path.join('.')] ??= { type: code, message: text(message) }
    return { values: {}, errors: toNestErrors(errors, options) }
  }
}
