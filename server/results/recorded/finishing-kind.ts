// The kind of file whose statements become ratings of a kind of criterion: a file may hold comments beside its own.
import type { CriterionKind } from '../../../criteria/schema'
import { checklists } from './checklists'
import { choices } from './choices'
import { comments } from './comments'
import { pairs } from './pairs'
import { rankings } from './rankings'
import { scores } from './scores'
import { spans } from './spans'
import type { RecordedKind } from './statement'

const kinds: Record<CriterionKind, RecordedKind> = {
  scale: scores,
  preference: pairs,
  ranking: rankings,
  checklist: checklists,
  choice: choices,
  spans,
  comment: comments,
}

export const finishingKind = (kind: CriterionKind): RecordedKind => kinds[kind]
