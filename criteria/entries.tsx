'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import { CommentEntry } from './comment/entry'
import type { EntryProps } from './entry-props'
import { ScaleEntry } from './scale/entry'
import type { Criterion, CriterionKind, CriterionOf } from './schema'

// Scale and comment are in most studies; the page of a study loads the others only where its protocol has them.
const entries: { [Kind in CriterionKind]: ComponentType<EntryProps<CriterionOf<Kind>>> } = {
  scale: ScaleEntry,
  checklist: dynamic(() => import('./checklist/entry').then(module => module.ChecklistEntry)),
  preference: dynamic(() => import('./preference/entry').then(module => module.PreferenceEntry)),
  ranking: dynamic(() => import('./ranking/entry').then(module => module.RankingEntry)),
  choice: dynamic(() => import('./choice/entry').then(module => module.ChoiceEntry)),
  spans: dynamic(() => import('./spans/entry').then(module => module.SpansEntry)),
  comment: CommentEntry,
}

/** Kinds that are drawn once for all responses: what is asked stands there once, with a column for each. */
export const drawnTogether: ReadonlySet<CriterionKind> = new Set(['checklist'])

/** The control of a criterion of any kind. */
export function Entry(props: EntryProps<Criterion>) {
  const Kind = entries[props.criterion.kind] as ComponentType<EntryProps<Criterion>>
  return <Kind {...props} />
}
