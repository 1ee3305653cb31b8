'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { NavTabs } from '@/components/ui/nav-tabs'
import { filterPart, withQuery } from './filter/filter-address'

export interface ResultsTabsProps {
  study: string
  /** Only what names no model. */
  isSealed: boolean
  hasScores: boolean
  hasComparisons: boolean
  hasRubric: boolean
}

/** Sections of the results of a study; they go on with the filter. */
export function ResultsTabs({ study, isSealed, hasScores, hasComparisons, hasRubric }: ResultsTabsProps) {
  const t = useTranslations('resultTabs')
  const kept = filterPart(new URLSearchParams(useSearchParams()))
  const at = (page: string) => withQuery(`/studies/${study}/results${page}`, kept)
  const shown = (condition: boolean, page: string, label: string) =>
    condition && !isSealed ? [{ href: at(page), label }] : []
  return (
    <NavTabs
      label={t('sections')}
      items={[
        { href: at(''), label: t('summary'), exact: true },
        ...shown(hasScores, '/scores', t('scores')),
        ...shown(hasComparisons, '/head-to-head', t('headToHead')),
        ...shown(hasRubric, '/rubric', t('rubric')),
        { href: at('/agreement'), label: t('agreement') },
        ...shown(hasScores, '/annotators', t('annotators')),
        { href: `/studies/${study}/results/methods`, label: t('methods') },
        { href: withQuery(`/studies/${study}/exports`, kept), label: t('exports') },
      ]}
    />
  )
}
