'use client'

import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import type { PreferenceCriterion } from './schema'

export function PreferenceEntry(props: EntryProps<PreferenceCriterion>) {
  return <EntryHead {...props} />
}
