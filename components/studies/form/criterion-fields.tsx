'use client'

import { useTranslations } from 'next-intl'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { NumberField } from '@/components/ui/number-field'
import type { Criterion } from '@/criteria/schema'

interface CriterionFieldsProps {
  criterion: Criterion
  change: (criterion: Criterion) => void
  rename: (label: string) => void
  errorOf: (path: string) => string | undefined
}

/** Kinds whose scope is given: an order is of all responses, a preference between two. */
const fixedScope = new Set(['preference', 'ranking', 'spans'])

/** What every kind has: its name, a line of help, what it is about, and on which share of the places it is asked. */
export function CriterionFields({ criterion, change, rename, errorOf }: CriterionFieldsProps) {
  const t = useTranslations('studyForm.criteria')
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField label={t('label')} hint={t('labelHint')} error={errorOf('label')} required>
          <Input
            dir="auto"
            autoComplete="off"
            maxLength={80}
            value={criterion.label}
            onChange={event => rename(event.target.value)}
          />
        </FormField>
        <FormField label={t('help')} hint={t('helpHint')} error={errorOf('help')} optional>
          <Input
            dir="auto"
            autoComplete="off"
            maxLength={500}
            value={criterion.help}
            onChange={event => change({ ...criterion, help: event.target.value })}
          />
        </FormField>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {fixedScope.has(criterion.kind) ? null : (
          <FormField label={t('scope')} hint={t('scopeHint')} error={errorOf('scope')}>
            <NativeSelect
              value={criterion.scope}
              onChange={event => change({ ...criterion, scope: event.target.value } as Criterion)}
            >
              <option value="response">{t('scopeResponse')}</option>
              <option value="item">{t('scopeItem')}</option>
            </NativeSelect>
          </FormField>
        )}
        <FormField label={t('asked')} hint={t('askedHint')} error={errorOf('asked')}>
          <NumberField
            unit="%"
            min={0}
            max={100}
            value={typeof criterion.asked === 'number' ? Math.round(criterion.asked * 1e4) / 100 : null}
            onValueChange={percent =>
              change({ ...criterion, asked: percent === null ? (null as unknown as number) : percent / 100 })
            }
          />
        </FormField>
      </div>
    </>
  )
}
