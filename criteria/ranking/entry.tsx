'use client'

import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import type { RankingCriterion } from './schema'

export function RankingEntry(props: EntryProps<RankingCriterion>) {
  return <EntryHead {...props} />
}
