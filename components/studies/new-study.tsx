'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc/context'
import type { PresetName } from '@/server/studies/preset-names'
import type { CategoryOption } from '@/server/studies/queries/get-study'
import type { Protocol } from '@/server/studies/schema'
import { PresetChoice } from './form/preset-choice'
import { StudyForm } from './form/study-form'

interface NewStudyProps {
  /** The one to start with. */
  preset: PresetName
  presets: Record<PresetName, Protocol>
  categories: CategoryOption[]
}

/** The form of a new study, filled from a preset. */
export function NewStudy({ preset: first, presets, categories }: NewStudyProps) {
  const t = useTranslations('studyForm')
  const router = useRouter()
  const create = useMutation(useTRPC().studies.create.mutationOptions())
  const [preset, setPreset] = useState(first)
  return (
    <StudyForm
      initial={{ name: '', disclosure: '', protocol: presets[first] }}
      categories={categories}
      submitLabel={t('create')}
      note={<PresetChoice preset={preset} presets={presets} onChoose={setPreset} />}
      onSave={async study => {
        const { slug } = await create.mutateAsync({ ...study, preset })
        router.push(`/studies/${slug}`)
      }}
    />
  )
}
