'use client'

import { useTranslations } from 'next-intl'
import { useController, useWatch } from 'react-hook-form'
import { Input } from '@/components/ui/input'
import { formatSteps, toSteps } from '@/criteria/scale/steps'
import { anchorValues } from '@/server/studies/scale-anchors'
import { useStudyForm } from './study-form-values'

/** What each value means, in words: one line per value of the scale. */
export function AnchorFields({ index }: { index: number }) {
  const t = useTranslations('studyForm')
  const { control } = useStudyForm()
  const scale = useWatch({ control, name: `protocol.criteria.${index}` })
  const { field, fieldState } = useController({ control, name: `protocol.criteria.${index}.anchors` })
  if (scale?.kind !== 'scale') return null
  const anchors = field.value ?? []

  function reword(value: number, text: string) {
    const others = anchors.filter(anchor => anchor.value !== value)
    field.onChange(text === '' ? others : [...others, { value, text }].sort((a, b) => a.value - b.value))
  }

  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium text-sm">{t('anchors.label')}</legend>
      <p className="text-[0.8125rem] text-muted-foreground">{t('anchors.hint')}</p>
      {fieldState.error?.message ? (
        <p role="alert" className="text-[0.8125rem] text-destructive">
          {fieldState.error.message}
        </p>
      ) : null}
      <ul className="grid gap-1.5">
        {anchorValues(scale).map(value => {
          const shown = formatSteps(toSteps(value, scale) ?? 0, scale)
          return (
            <li key={value} className="grid grid-cols-[2.5rem_1fr] items-center gap-2">
              <span aria-hidden className="tabular text-end font-medium">
                {shown}
              </span>
              <Input
                aria-label={t('anchors.of', { value: shown })}
                maxLength={300}
                dir="auto"
                value={anchors.find(anchor => anchor.value === value)?.text ?? ''}
                onChange={event => reword(value, event.target.value)}
                onBlur={field.onBlur}
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
