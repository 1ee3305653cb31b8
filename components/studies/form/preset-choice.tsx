'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormField } from '@/components/ui/form-field'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import { type PresetName, presetNames } from '@/server/studies/preset-names'
import type { Protocol } from '@/server/studies/schema'
import { useStudyForm } from './study-form-values'

interface PresetChoiceProps {
  preset: PresetName
  presets: Record<PresetName, Protocol>
  onChoose: (preset: PresetName) => void
}

/** Which ready protocol the form is filled from. What was typed as name stays; a changed protocol is asked about. */
export function PresetChoice({ preset, presets, onChoose }: PresetChoiceProps) {
  const t = useTranslations('studyForm.presets')
  const { formState, getValues, reset } = useStudyForm()
  const [asked, setAsked] = useState<PresetName | null>(null)

  function fill(next: PresetName) {
    const { name, disclosure } = getValues()
    reset({ name: '', disclosure: '', protocol: presets[next] })
    reset({ name, disclosure, protocol: presets[next] }, { keepDefaultValues: true })
    onChoose(next)
  }

  return (
    <>
      <FormField label={t('label')} hint={t('hint')} group>
        <RadioGroup
          value={preset}
          onValueChange={next =>
            formState.dirtyFields.protocol ? setAsked(next as PresetName) : fill(next as PresetName)
          }
          className="grid-cols-1 gap-x-6 sm:grid-cols-2"
        >
          {presetNames.map(name => (
            <RadioItem key={name} value={name} label={t(`${name}.name`)} hint={t(`${name}.sentence`)} />
          ))}
        </RadioGroup>
      </FormField>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={open => (open ? undefined : setAsked(null))}
        title={t('replaceTitle')}
        description={t('replaceDescription')}
        confirmLabel={t('replace')}
        destructive
        onConfirm={async () => {
          if (asked) fill(asked)
          setAsked(null)
        }}
      />
    </>
  )
}
