'use client'

import { useTranslations } from 'next-intl'
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { SwitchField } from '@/components/ui/switch'
import { studyStateSchema } from '@/server/studies/schema'

const states = studyStateSchema.options

/** Search, state and archive; kept in the address, so that a filtered list can be sent to somebody. */
export function StudyListFilters() {
  const t = useTranslations('studies')
  const [isPending, startTransition] = useTransition()
  const [filters, setFilters] = useQueryStates(
    {
      search: parseAsString.withDefault(''),
      state: parseAsStringLiteral(states),
      archived: parseAsBoolean.withDefault(false),
    },
    { shallow: false, throttleMs: 250, startTransition },
  )
  return (
    <search aria-busy={isPending} className="flex flex-1 flex-wrap items-center gap-2">
      <Input
        type="search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        className="w-full sm:w-64"
        value={filters.search}
        onChange={event => setFilters({ search: event.target.value || null })}
      />
      <NativeSelect
        aria-label={t('list.state')}
        className="w-auto"
        value={filters.state ?? ''}
        onChange={event => setFilters({ state: states.find(state => state === event.target.value) ?? null })}
      >
        <option value="">{t('list.allStates')}</option>
        {states.map(state => (
          <option key={state} value={state}>
            {t(`state.${state}`)}
          </option>
        ))}
      </NativeSelect>
      <SwitchField
        label={t('list.showArchived')}
        checked={filters.archived}
        onCheckedChange={archived => setFilters({ archived: archived || null })}
      />
    </search>
  )
}
