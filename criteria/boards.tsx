'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import type { EntryProps } from './entry-props'
import type { Criterion, CriterionKind, CriterionOf } from './schema'

export type BoardProps<Of extends Criterion> = Pick<
  EntryProps<Of>,
  'criterion' | 'slotCount' | 'value' | 'change' | 'readOnly'
>

// What a kind shows of all responses together, over the full width, beside its entry for each. Most have nothing.
const boards: { [Kind in CriterionKind]?: ComponentType<BoardProps<CriterionOf<Kind>>> } = {
  ranking: dynamic(() => import('./ranking/board').then(module => module.RankingBoard), { ssr: false }),
}

export const hasBoard = (criterion: Criterion) => boards[criterion.kind] !== undefined

/** The board of a criterion, or nothing. */
export function Board(props: BoardProps<Criterion>) {
  const Kind = boards[props.criterion.kind] as ComponentType<BoardProps<Criterion>> | undefined
  return Kind ? <Kind {...props} /> : null
}
