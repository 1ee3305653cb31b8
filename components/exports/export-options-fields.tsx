'use client'

import { useTranslations } from 'next-intl'
import { CheckboxField } from '@/components/ui/checkbox'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { NumberField } from '@/components/ui/number-field'
import type { ExportChoice } from '@/server/exports/request/export-choices'
import type { ExportOptions } from '@/server/exports/schema'
import { groupOf, namesPeople } from './export-groups'

export type ChosenOptions = ExportOptions

export const plainOptions: ChosenOptions = {
  annotators: 'pseudonym',
  all: false,
  intervals: true,
  ties: 'drop',
  margin: 0,
}

interface ExportOptionsFieldsProps {
  choice: ExportChoice
  options: ChosenOptions
  onChange: (options: ChosenOptions) => void
}

/** What of a file there is to choose, for the kind that is chosen. */
export function ExportOptionsFields({ choice, options, onChange }: ExportOptionsFieldsProps) {
  const t = useTranslations('exports')
  const { kind, criteria } = choice
  const set = (part: Partial<ChosenOptions>) => onChange({ ...options, ...part })
  const group = groupOf(kind)
  return (
    <>
      {criteria.length > 1 ? (
        <FormField label={t('criterion')}>
          <NativeSelect
            value={options.criterion ?? ''}
            onChange={event => set({ criterion: event.target.value || undefined })}
          >
            <option value="">{t('criterionDefault')}</option>
            {criteria.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      ) : null}
      {kind === 'ratings' ? (
        <CheckboxField
          label={t('all')}
          hint={t('allHint')}
          checked={options.all}
          onCheckedChange={checked => set({ all: checked === true })}
        />
      ) : null}
      {kind === 'preferences' ? (
        <>
          <CheckboxField
            label={t('ties')}
            hint={t('tiesHint')}
            checked={options.ties === 'keep'}
            onCheckedChange={checked => set({ ties: checked === true ? 'keep' : 'drop' })}
          />
          <FormField label={t('margin')} hint={t('marginHint')}>
            <NumberField
              value={options.margin}
              min={0}
              max={1000}
              onValueChange={margin => set({ margin: margin ?? 0 })}
            />
          </FormField>
        </>
      ) : null}
      {group === 'table' || group === 'bundle' ? (
        <CheckboxField
          label={t('intervals')}
          checked={options.intervals}
          onCheckedChange={checked => set({ intervals: checked === true })}
        />
      ) : null}
      {namesPeople(kind) ? (
        <CheckboxField
          label={t('emails')}
          hint={t('emailsHint')}
          checked={options.annotators === 'email'}
          onCheckedChange={checked => set({ annotators: checked === true ? 'email' : 'pseudonym' })}
        />
      ) : null}
    </>
  )
}
