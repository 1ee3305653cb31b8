import { useTranslations } from 'next-intl'
import type { ResultFilter } from '@/server/results/filter'
import { useFilterWords } from './filter/use-filter-words'

/** What there may be to disclose of results. */
export interface Disclosable {
  disclosure: string
  adjudicated: number
  filter: ResultFilter
}

/** What stands under every table and chart, so that whoever copies one takes along what it is of; empty: nothing. */
export function useDisclosed({ disclosure, adjudicated, filter }: Disclosable): string {
  const t = useTranslations('results')
  const words = useFilterWords()
  const decided = filter.judgments === 'adjudicated' ? t('disclosedAdjudicated', { count: adjudicated }) : ''
  return [disclosure, decided, words.disclosed(filter)].filter(Boolean).join(' ')
}
