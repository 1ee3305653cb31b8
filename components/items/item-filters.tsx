'use client'

import { useTranslations } from 'next-intl'
import { parseAsBoolean, parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { SwitchField } from '@/components/ui/switch'
import type { ItemFacets } from '@/server/items/queries/items'

/** What the address says of the list, shared by filters and pages. */
export function useItemFilters() {
  const [isPending, startTransition] = useTransition()
  const [filters, setFilters] = useQueryStates(
    {
      search: parseAsString.withDefault(''),
      language: parseAsString,
      category: parseAsString,
      purpose: parseAsString,
      missing: parseAsBoolean.withDefault(false),
      page: parseAsInteger.withDefault(1),
    },
    { shallow: false, throttleMs: 250, startTransition },
  )
  return { filters, setFilters, isPending }
}

export function ItemFilters({ facets }: { facets: ItemFacets }) {
  const t = useTranslations('items')
  const { filters, setFilters, isPending } = useItemFilters()
  return (
    <search aria-busy={isPending} className="flex flex-1 flex-wrap items-center gap-2">
      <Input
        type="search"
        className="w-full sm:w-64"
        aria-label={t('search')}
        placeholder={t('search')}
        value={filters.search}
        onChange={event => setFilters({ search: event.target.value || null, page: null })}
      />
      <div>
        <NativeSelect
          aria-label={t('language')}
          value={filters.language ?? ''}
          onChange={event => setFilters({ language: event.target.value || null, page: null })}
        >
          <option value="">{t('allLanguages')}</option>
          {facets.languages.map(({ tag, count }) => (
            <option key={tag} value={tag}>
              {t('count', { name: tag, count })}
            </option>
          ))}
        </NativeSelect>
      </div>
      <div>
        <NativeSelect
          aria-label={t('category')}
          value={filters.category ?? ''}
          onChange={event => setFilters({ category: event.target.value || null, page: null })}
        >
          <option value="">{t('allCategories')}</option>
          {facets.categories.map(({ code, name, count }) => (
            <option key={code} value={code}>
              {t('count', { name: code === '-' ? t('noCategory') : name, count })}
            </option>
          ))}
        </NativeSelect>
      </div>
      {facets.purposes.some(({ purpose }) => purpose !== 'STUDY') ? (
        <div>
          <NativeSelect
            aria-label={t('purpose')}
            value={filters.purpose ?? ''}
            onChange={event => setFilters({ purpose: event.target.value || null, page: null })}
          >
            <option value="">{t('allPurposes')}</option>
            {facets.purposes.map(({ purpose, count }) => (
              <option key={purpose} value={purpose}>
                {t('count', { name: t(`purposes.${purpose}`), count })}
              </option>
            ))}
          </NativeSelect>
        </div>
      ) : null}
      <SwitchField
        label={t('missing')}
        checked={filters.missing}
        onCheckedChange={missing => setFilters({ missing: missing || null, page: null })}
      />
    </search>
  )
}
