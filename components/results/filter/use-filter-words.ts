import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ResultFilter } from '@/server/results/filter'
import { languageName } from '../language-name'
import { isExploratory } from './filter-address'

/** One thing that a filter asks for, and how the address says it. */
export interface FilterPart {
  parameter: string
  value: string
  words: string
}

/** Says a filter in words: part by part, and in a sentence for under tables (empty where there is nothing to disclose). */
export function useFilterWords() {
  const t = useTranslations('resultFilter')
  const locale = useLocale()
  const format = useFormatter()
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  const parts = (filter: ResultFilter): FilterPart[] => [
    ...(filter.languages ?? []).map(value => ({ parameter: 'language', value, words: languageName(value, locale) })),
    ...(filter.categories ?? []).map(value => ({
      parameter: 'category',
      value,
      words: value === '-' ? t('noCategory') : value,
    })),
    ...(filter.annotators ?? []).map(value => ({ parameter: 'annotator', value, words: t('by', { name: value }) })),
    ...(filter.withoutAnnotators ?? []).map(value => ({
      parameter: 'without-annotator',
      value,
      words: t('notBy', { name: value }),
    })),
    ...(filter.from ? [{ parameter: 'from', value: filter.from, words: t('since', { date: day(filter.from) }) }] : []),
    ...(filter.to ? [{ parameter: 'to', value: filter.to, words: t('until', { date: day(filter.to) }) }] : []),
    ...(filter.metadata ?? []).map(({ key, value }) => ({
      parameter: 'meta',
      value: `${key}:${value}`,
      words: `${key}: ${value}`,
    })),
    ...filter.without.map(value => ({ parameter: 'without', value, words: t(`without.${value}`) })),
  ]
  const list = (filter: ResultFilter) =>
    format.list(
      parts(filter).map(({ words }) => words),
      { type: 'unit' },
    )
  const disclosed = (filter: ResultFilter) => (isExploratory(filter) ? t('disclosed', { parts: list(filter) }) : '')
  return { parts, disclosed }
}
