'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox'
import { MultiCombobox } from '@/components/ui/combobox'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { SheetBody, SheetFooter } from '@/components/ui/sheet'
import { type ResultFilter, resultFilterSchema, withoutSchema } from '@/server/results/filter'
import type { FilterChoices } from '@/server/results/queries/get-filter-choices'
import { languageName } from '../language-name'

interface FilterFormProps {
  choices: FilterChoices
  filter: ResultFilter
  onApply: (filter: ResultFilter) => void
}

/** Everything that results can be filtered by. Nothing changes before it is applied. */
export function FilterForm({ choices, filter, onApply }: FilterFormProps) {
  const t = useTranslations('resultFilter')
  const locale = useLocale()
  const [wanted, setWanted] = useState(filter)
  const [error, setError] = useState<string>()
  const set = (part: Partial<ResultFilter>) => setWanted(before => ({ ...before, ...part }))
  const options = (values: readonly string[]) => values.map(value => ({ value, label: value }))

  function apply(event: FormEvent) {
    event.preventDefault()
    const read = resultFilterSchema.safeParse({ ...wanted, from: wanted.from || undefined, to: wanted.to || undefined })
    if (read.success) onApply(read.data)
    else setError(t('daysReversed'))
  }

  return (
    <form onSubmit={apply} className="contents">
      <SheetBody className="grid content-start gap-4">
        <FormField label={t('language')}>
          <MultiCombobox
            options={choices.languages.map(value => ({ value, label: languageName(value, locale) }))}
            value={wanted.languages ?? []}
            onValueChange={languages => set({ languages })}
            placeholder={t('all')}
          />
        </FormField>
        <FormField label={t('category')}>
          <MultiCombobox
            options={choices.categories.map(({ shortName, name }) => ({
              value: shortName ?? '-',
              label: shortName ? [shortName, name].filter(Boolean).join(': ') : t('noCategory'),
            }))}
            value={wanted.categories ?? []}
            onValueChange={categories => set({ categories })}
            placeholder={t('all')}
          />
        </FormField>
        <FormField label={t('annotators')}>
          <MultiCombobox
            options={options(choices.annotators)}
            value={wanted.annotators ?? []}
            onValueChange={annotators => set({ annotators })}
            placeholder={t('all')}
          />
        </FormField>
        <FormField label={t('withoutAnnotators')}>
          <MultiCombobox
            options={options(choices.annotators)}
            value={wanted.withoutAnnotators ?? []}
            onValueChange={withoutAnnotators => set({ withoutAnnotators })}
            placeholder={t('nobody')}
          />
        </FormField>
        <div className="grid grid-cols-2 gap-3">
          <FormField label={t('from')} hint={t('utc')}>
            <Input type="date" value={wanted.from ?? ''} onChange={event => set({ from: event.target.value })} />
          </FormField>
          <FormField label={t('to')} error={error}>
            <Input type="date" value={wanted.to ?? ''} onChange={event => set({ to: event.target.value })} />
          </FormField>
        </div>
        {choices.metadata.length > 0 ? (
          <FormField label={t('metadata')} hint={t('metadataHint')}>
            <MultiCombobox
              options={choices.metadata.map(({ key, value }) => ({
                value: `${key}:${value}`,
                label: `${key}: ${value}`,
              }))}
              value={(wanted.metadata ?? []).map(({ key, value }) => `${key}:${value}`)}
              onValueChange={values =>
                set({
                  metadata: values.map(text => ({
                    key: text.slice(0, text.indexOf(':')),
                    value: text.slice(text.indexOf(':') + 1),
                  })),
                })
              }
              placeholder={t('all')}
            />
          </FormField>
        ) : null}
        <FormField label={t('leaveOut')} group>
          <div className="grid gap-2">
            {withoutSchema.options.map(one => (
              <CheckboxField
                key={one}
                label={t(`leave.${one}`)}
                hint={t(`leaveHint.${one}`)}
                checked={wanted.without.includes(one)}
                onCheckedChange={checked =>
                  set({
                    without:
                      checked === true ? [...wanted.without, one] : wanted.without.filter(other => other !== one),
                  })
                }
              />
            ))}
          </div>
        </FormField>
      </SheetBody>
      <SheetFooter>
        <Button type="submit">{t('apply')}</Button>
      </SheetFooter>
    </form>
  )
}
