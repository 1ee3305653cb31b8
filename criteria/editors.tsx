'use client'

import type { ComponentType } from 'react'
import { ChecklistEditor, startChecklist } from './checklist/editor'
import { ChoiceEditor, startChoice } from './choice/editor'
import { CommentEditor, startComment } from './comment/editor'
import type { EditorProps } from './editor-props'
import { PreferenceEditor, startPreference } from './preference/editor'
import { RankingEditor, startRanking } from './ranking/editor'
import { ScaleEditor, startScale } from './scale/editor'
import type { Criterion, CriterionKind, CriterionOf } from './schema'
import { SpansEditor, startSpans } from './spans/editor'

interface KindEditor<Of extends Criterion> {
  Editor: ComponentType<EditorProps<Of>>
  /** A new one, all of it but its id and label. */
  start: () => Omit<Of, 'id' | 'label'>
}

const editors: { [Kind in CriterionKind]: KindEditor<CriterionOf<Kind>> } = {
  scale: { Editor: ScaleEditor, start: startScale },
  checklist: { Editor: ChecklistEditor, start: startChecklist },
  choice: { Editor: ChoiceEditor, start: startChoice },
  preference: { Editor: PreferenceEditor, start: startPreference },
  ranking: { Editor: RankingEditor, start: startRanking },
  spans: { Editor: SpansEditor, start: startSpans },
  comment: { Editor: CommentEditor, start: startComment },
}

/** All kinds, in the order in which they are offered. */
export const editableKinds = Object.keys(editors) as CriterionKind[]

/** A new criterion of a kind. */
export const startCriterion = (kind: CriterionKind, id: string, label: string) =>
  ({ ...editors[kind].start(), id, label }) as Criterion

/** The fields of a criterion of any kind. */
export function Editor(props: EditorProps<Criterion>) {
  const Kind = editors[props.criterion.kind].Editor as ComponentType<EditorProps<Criterion>>
  return <Kind {...props} />
}
