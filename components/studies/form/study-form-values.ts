import { zodResolver } from '@hookform/resolvers/zod'
import { type Resolver, useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import { keepAnchors } from '@/server/studies/scale-anchors'
import { type StudyForm, studyFormSchema } from '@/server/studies/schema'

/** What the form holds while it is being filled: what the schema takes, before its defaults. */
export type StudyFormValues = z.input<typeof studyFormSchema>

/** The form around a section. */
export const useStudyForm = () => useFormContext<StudyFormValues, unknown, StudyForm>()

/** Anchors of values that are no longer on the scale are dropped when the form is sent, not while somebody types. */
export function settledValues(values: StudyFormValues): StudyFormValues {
  const criteria = values.protocol.criteria.map(criterion =>
    criterion.kind === 'scale' ? { ...criterion, anchors: keepAnchors(criterion.anchors, criterion) } : criterion,
  )
  return { ...values, protocol: { ...values.protocol, criteria } }
}

/** Checks with the server's own schema. `numberMissing`: what an empty number field is told. */
export function studyFormResolver(numberMissing: string): Resolver<StudyFormValues, unknown, StudyForm> {
  const resolve = zodResolver<StudyFormValues, unknown, StudyForm>(studyFormSchema, {
    error: issue => (issue.code === 'invalid_type' && issue.input === null ? numberMissing : undefined),
  })
  return (values, context, options) => resolve(settledValues(values), context, options)
}
