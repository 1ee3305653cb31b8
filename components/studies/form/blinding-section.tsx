'use client'

import { useTranslations } from 'next-intl'
import { Controller } from 'react-hook-form'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { SwitchField } from '@/components/ui/switch'
import { statusRuleSchema } from '@/server/studies/schema'
import { NumberControl } from './number-control'
import { useStudyForm } from './study-form-values'

const statuses = ['refused', 'truncated', 'failed'] as const

/** What admins see while the study runs, and what was decided of responses that are not whole. */
export function BlindingSection() {
  const t = useTranslations('studyForm')
  const { control, register } = useStudyForm()
  return (
    <>
      <Controller
        control={control}
        name="protocol.blindAdmins"
        render={({ field }) => (
          <SwitchField
            label={t('blind.label')}
            hint={t('blind.hint')}
            checked={field.value}
            onCheckedChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="protocol.completeBlocks"
        render={({ field }) => (
          <SwitchField
            label={t('complete.label')}
            hint={t('complete.hint')}
            checked={field.value}
            onCheckedChange={field.onChange}
          />
        )}
      />
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-medium text-sm">{t('status.label')}</legend>
        <p className="text-[0.8125rem] text-muted-foreground">{t('status.hint')}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          {statuses.map(status => (
            <FormField key={status} label={t(`status.${status}`)}>
              <NativeSelect {...register(`protocol.statusRules.${status}`)}>
                {statusRuleSchema.options.map(rule => (
                  <option key={rule} value={rule}>
                    {t(`status.rule.${rule}`)}
                  </option>
                ))}
              </NativeSelect>
            </FormField>
          ))}
        </div>
      </fieldset>
      <NumberControl
        name="protocol.tieThreshold"
        label={t('tieThreshold.label')}
        hint={t('tieThreshold.hint')}
        min={0}
        max={100}
        step={0.5}
      />
    </>
  )
}
