'use client'

import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import type { ChecklistCriterion } from './schema'

export function ChecklistEntry(props: EntryProps<ChecklistCriterion>) {
  return <EntryHead {...props} />
}
