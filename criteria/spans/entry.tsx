'use client'

import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import type { SpansCriterion } from './schema'

export function SpansEntry(props: EntryProps<SpansCriterion>) {
  return <EntryHead {...props} />
}
