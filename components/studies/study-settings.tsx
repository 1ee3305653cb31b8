'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import type { CategoryOption, StudySettings as Settings } from '@/server/studies/queries/get-study'
import { StudyForm } from './form/study-form'

interface StudySettingsProps {
  study: string
  settings: Settings
  categories: CategoryOption[]
  previewItem: BlindedAssignmentData | null
}

/** A study's form: all of it in a draft; later its name and disclosure, and the frozen protocol to read. */
export function StudySettings({ study, settings, categories, previewItem }: StudySettingsProps) {
  const t = useTranslations('studyForm')
  const format = useFormatter()
  const router = useRouter()
  const trpc = useTRPC()
  const update = useMutation(trpc.studies.update.mutationOptions())
  const updateProtocol = useMutation(trpc.studies.updateProtocol.mutationOptions())
  const { name, disclosure, protocol, frozenAt } = settings
  return (
    <StudyForm
      initial={{ name, disclosure, protocol }}
      categories={categories}
      previewItem={previewItem}
      submitLabel={t('save')}
      isFrozen={frozenAt !== null}
      note={
        frozenAt ? (
          <Alert title={t('frozen.title', { date: format.dateTime(frozenAt, { dateStyle: 'medium' }) })}>
            {t('frozen.description', { version: settings.version })}
          </Alert>
        ) : null
      }
      onSave={async form => {
        if (!frozenAt) await updateProtocol.mutateAsync({ study, protocol: form.protocol })
        await update.mutateAsync({ study, name: form.name, disclosure: form.disclosure })
        toast.success(t('saved'))
        router.refresh()
      }}
    />
  )
}
