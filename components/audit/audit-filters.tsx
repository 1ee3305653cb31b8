'use client'

import { useTranslations } from 'next-intl'
import { parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import { NativeSelect } from '@/components/ui/native-select'
import type { AuditChoices } from '@/server/audit/queries'

interface AuditFiltersProps {
  choices: AuditChoices
  /** The trail of one study has no choice of studies. */
  hasStudies: boolean
}

/** By person, action and study; kept in the address. */
export function AuditFilters({ choices, hasStudies }: AuditFiltersProps) {
  const t = useTranslations('audit')
  const [isPending, startTransition] = useTransition()
  const [filters, setFilters] = useQueryStates(
    { actor: parseAsString, action: parseAsString, study: parseAsString, before: parseAsString },
    { shallow: false, startTransition },
  )
  const select = (name: 'actor' | 'action' | 'study', all: string, options: { value: string; label: string }[]) => (
    <NativeSelect
      aria-label={t(`filter.${name}`)}
      className="w-full sm:w-auto"
      value={filters[name] ?? ''}
      onChange={event => setFilters({ [name]: event.target.value || null, before: null })}
    >
      <option value="">{all}</option>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  )
  return (
    <search aria-busy={isPending} className="flex flex-wrap items-center gap-2">
      {select('actor', t('filter.allActors'), [
        { value: 'operator', label: t('operator') },
        ...choices.actors.map(actor => ({ value: actor.id, label: actor.name })),
      ])}
      {select(
        'action',
        t('filter.allActions'),
        choices.actions.map(action => ({ value: action, label: action })),
      )}
      {hasStudies
        ? select(
            'study',
            t('filter.allStudies'),
            choices.studies.map(study => ({ value: study.slug, label: study.name })),
          )
        : null}
    </search>
  )
}
