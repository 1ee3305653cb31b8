'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { useSchemaLanguage } from '@/components/ui/use-schema-language'
import type { CategoryOption } from '@/server/studies/queries/get-study'
import type { StudyForm as StudyFormOutput } from '@/server/studies/schema'
import { BasicsSection } from './basics-section'
import { BlindingSection } from './blinding-section'
import { CommentFields } from './comment-fields'
import { FormNavigation } from './form-navigation'
import { type FormSectionId, listProblems } from './form-sections'
import { GuidelinesSection } from './guidelines-section'
import { OverlapSection } from './overlap-section'
import { PeopleSection } from './people-section'
import { PresentationSection } from './presentation-section'
import { ProblemSummary } from './problem-summary'
import { ScaleFields } from './scale-fields'
import { serverProblems } from './server-problems'
import { type StudyFormValues, studyFormResolver } from './study-form-values'
import { TimingSection } from './timing-section'
import { UnsavedGuard } from './unsaved-guard'

export interface StudyFormProps {
  initial: StudyFormValues
  categories: CategoryOption[]
  submitLabel: string
  /** The protocol is frozen: only name and disclosure can be changed. */
  isFrozen?: boolean
  /** Above the sections: why it is frozen, where it comes from. */
  note?: ReactNode
  /** Saves; what it throws is shown at the field that it names, else above the form. */
  onSave: (study: StudyFormOutput) => Promise<unknown>
}

/** A study's name and protocol, each choice with its reason. One form for a new study and for its settings. */
export function StudyForm({ initial, categories, submitLabel, isFrozen = false, note, onSave }: StudyFormProps) {
  const t = useTranslations('studyForm')
  useSchemaLanguage()
  const [failure, setFailure] = useState<string>()
  const summary = useRef<HTMLDivElement>(null)
  const form = useForm<StudyFormValues, unknown, StudyFormOutput>({
    defaultValues: initial,
    resolver: studyFormResolver(t('numberMissing')),
    mode: 'onTouched',
  })
  const problems = listProblems(form.formState.errors)
  const criteria = form.watch('protocol.criteria')

  async function save(study: StudyFormOutput) {
    setFailure(undefined)
    try {
      await onSave(study)
      form.reset(study)
    } catch (error) {
      const { fields, message } = serverProblems(error)
      for (const field of fields) form.setError(field.path as 'name', { type: 'server', message: field.message })
      setFailure(message ?? t('saveFailed'))
      summary.current?.focus()
    }
  }

  const section = (id: FormSectionId, children: ReactNode) => (
    <Card id={id} className="scroll-mt-16">
      <CardHeader>
        <CardTitle>{t(`sections.${id}.title`)}</CardTitle>
        <CardDescription>{t(`sections.${id}.description`)}</CardDescription>
      </CardHeader>
      <CardContent>
        {/* One switch for all controls of a part, and it reads as such. */}
        <fieldset disabled={isFrozen && id !== 'basics'} className="grid gap-5">
          <legend className="sr-only">{t(`sections.${id}.title`)}</legend>
          {children}
        </fieldset>
      </CardContent>
    </Card>
  )

  return (
    <FormProvider {...form}>
      <UnsavedGuard isDirty={form.formState.isDirty && !form.formState.isSubmitting} />
      <form
        method="post"
        noValidate
        onSubmit={form.handleSubmit(save, () => summary.current?.focus())}
        className="grid gap-6 lg:grid-cols-[12rem_minmax(0,1fr)]"
      >
        <FormNavigation problems={problems} />
        <div className="grid max-w-3xl gap-4">
          {note}
          <div ref={summary} tabIndex={-1} className="outline-none">
            <ProblemSummary problems={form.formState.submitCount > 0 ? problems : []} failure={failure} />
          </div>
          {section('basics', <BasicsSection />)}
          {section('guidelines', <GuidelinesSection />)}
          {section(
            'criteria',
            criteria.map((criterion, index) =>
              criterion.kind === 'scale' ? (
                <ScaleFields key={criterion.id} index={index} />
              ) : (
                <CommentFields key={criterion.id} index={index} />
              ),
            ),
          )}
          {section('presentation', <PresentationSection categories={categories} />)}
          {section('overlap', <OverlapSection />)}
          {section('people', <PeopleSection />)}
          {section('timing', <TimingSection />)}
          {section('blinding', <BlindingSection />)}
          <div className="sticky bottom-0 flex items-center justify-end gap-3 border-t bg-background py-3">
            <span aria-live="polite" className="text-muted-foreground text-sm">
              {form.formState.isDirty ? t('unsavedChanges') : null}
            </span>
            <Button type="submit" pending={form.formState.isSubmitting}>
              {submitLabel}
            </Button>
          </div>
        </div>
      </form>
    </FormProvider>
  )
}
