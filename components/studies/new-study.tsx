'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/context'
import type { PresetName } from '@/server/studies/preset-names'
import type { CategoryOption } from '@/server/studies/queries/get-study'
import type { Protocol } from '@/server/studies/schema'
import { StudyForm } from './form/study-form'

interface NewStudyProps {
  preset: PresetName
  protocol: Protocol
  categories: CategoryOption[]
}

/** The form of a new study, filled from a preset. */
export function NewStudy({ preset, protocol, categories }: NewStudyProps) {
  const t = useTranslations('studyForm')
  const router = useRouter()
  const create = useMutation(useTRPC().studies.create.mutationOptions())
  return (
    <StudyForm
      initial={{ name: '', disclosure: '', protocol }}
      categories={categories}
      submitLabel={t('create')}
      onSave={async study => {
        const { slug } = await create.mutateAsync({ ...study, preset })
        router.push(`/studies/${slug}`)
      }}
    />
  )
}
