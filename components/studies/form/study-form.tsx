'use client'

import { TRPCClientError } from '@trpc/client'
import { PanelRight } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Button } from '@/components/ui/button'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card'
import { cn } from '@/components/ui/class-names'
import { useSchemaWords } from '@/components/ui/use-schema-words'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import type { CategoryOption } from '@/server/studies/queries/get-study'
import type { StudyForm as StudyFormOutput } from '@/server/studies/schema'
import { BasicsSection } from './basics-section'
import { BlindingSection } from './blinding-section'
import { CourseSection } from './course-section'
import { CriteriaSection } from './criteria-section'
import { FormNavigation } from './form-navigation'
import { type FormSectionId, listProblems } from './form-sections'
import { GuidelinesSection } from './guidelines-section'
import { OverlapSection } from './overlap-section'
import { PeopleSection } from './people-section'
import { PresentationSection } from './presentation-section'
import { ProblemSummary } from './problem-summary'
import { QualitySection } from './quality-section'
import { serverProblems } from './server-problems'
import { type StudyFormValues, studyFormResolver } from './study-form-values'
import { TimingSection } from './timing-section'
import { UnsavedGuard } from './unsaved-guard'
import { useIsWide } from './use-is-wide'

const ProtocolPreview = dynamic(() => import('./protocol-preview').then(module => module.ProtocolPreview), {
  ssr: false,
})

export interface StudyFormProps {
  initial: StudyFormValues
  categories: CategoryOption[]
  submitLabel: string
  /** An item of the study for the preview; absent: a made-up one. */
  previewItem?: BlindedAssignmentData | null
  /** The protocol is frozen: only name and disclosure can be changed. */
  isFrozen?: boolean
  /** Above the sections: why it is frozen, where it comes from. */
  note?: ReactNode
  /** Saves; what it throws is shown at the field that it names, else above the form. */
  onSave: (study: StudyFormOutput) => Promise<unknown>
}

/** A study's name and protocol, each choice with its reason. One form for a new study and for its settings. */
export function StudyForm(props: StudyFormProps) {
  const { initial, categories, submitLabel, previewItem = null, isFrozen = false, note, onSave } = props
  const t = useTranslations('studyForm')
  const words = useSchemaWords()
  const refusalText = useRefusalText({ withDetail: true })
  const [failure, setFailure] = useState<string>()
  const [wantsBeside, setWantsBeside] = useState(!isFrozen)
  const isWide = useIsWide()
  const isBeside = isWide && wantsBeside
  const summary = useRef<HTMLDivElement>(null)
  const form = useForm<StudyFormValues, unknown, StudyFormOutput>({
    defaultValues: initial,
    resolver: studyFormResolver(words),
    mode: 'onTouched',
  })
  const problems = listProblems(form.formState.errors)

  async function save(study: StudyFormOutput) {
    setFailure(undefined)
    try {
      await onSave(study)
      form.reset(study)
    } catch (error) {
      for (const { path, message } of serverProblems(error, words.text))
        form.setError(path as 'name', { type: 'server', message })
      setFailure(error instanceof TRPCClientError && error.data ? refusalText(error) : t('saveFailed'))
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
        {/* One switch for all controls of a part, and it reads as such. Guidelines are looked at in any state. */}
        <fieldset
          disabled={isFrozen && id !== 'basics' && id !== 'guidelines'}
          className="grid min-w-0 grid-cols-1 gap-5"
        >
          <legend className="sr-only">{t(`sections.${id}.title`)}</legend>
          {children}
        </fieldset>
      </CardContent>
    </Card>
  )

  return (
    <FormProvider {...form}>
      <UnsavedGuard isDirty={form.formState.isDirty && !form.formState.isSubmitting} />
      <div
        className={cn(
          'grid grid-cols-1 gap-6',
          isBeside ? 'grid-cols-[minmax(0,1fr)_minmax(0,1fr)]' : 'lg:grid-cols-[12rem_minmax(0,1fr)]',
        )}
      >
        {isBeside ? null : <FormNavigation problems={problems} />}
        <form
          method="post"
          noValidate
          onSubmit={form.handleSubmit(save, () => summary.current?.focus())}
          className="grid min-w-0 max-w-3xl grid-cols-1 content-start gap-4"
        >
          {note}
          <div ref={summary} tabIndex={-1} className="outline-none">
            <ProblemSummary problems={form.formState.submitCount > 0 ? problems : []} failure={failure} />
          </div>
          {section('basics', <BasicsSection />)}
          {section('guidelines', <GuidelinesSection readOnly={isFrozen} />)}
          {section('criteria', <CriteriaSection />)}
          {isBeside ? null : <ProtocolPreview item={previewItem} className="h-150" />}
          {section('presentation', <PresentationSection categories={categories} />)}
          {section('overlap', <OverlapSection />)}
          {section('people', <PeopleSection />)}
          {section('quality', <QualitySection />)}
          {section('course', <CourseSection />)}
          {section('timing', <TimingSection />)}
          {section('blinding', <BlindingSection />)}
          <div className="sticky bottom-0 z-10 flex items-center justify-end gap-3 border-t bg-background py-3">
            <span aria-live="polite" className="text-muted-foreground text-sm">
              {form.formState.isDirty ? t('unsavedChanges') : null}
            </span>
            {isWide ? (
              <Button variant="ghost" aria-pressed={isBeside} onClick={() => setWantsBeside(!isBeside)}>
                <PanelRight aria-hidden className="rtl:-scale-x-100" />
                {t('live.beside')}
              </Button>
            ) : null}
            <Button type="submit" pending={form.formState.isSubmitting}>
              {submitLabel}
            </Button>
          </div>
        </form>
        {isBeside ? (
          <ProtocolPreview item={previewItem} className="sticky top-16 h-[calc(100dvh-5rem)] self-start" />
        ) : null}
      </div>
    </FormProvider>
  )
}
