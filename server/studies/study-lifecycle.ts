// Which acts a study's state allows, and why the others are refused. The database's state changes nowhere else.
import type { StudyState } from './schema'

export const studyActs = [
  'edit-protocol',
  'open',
  'pause',
  'resume',
  'close',
  'extend',
  'unblind',
  'change-people',
  'archive',
  'restore',
] as const
export type StudyAct = (typeof studyActs)[number]

/** What an act is decided from. */
export interface StudyCondition {
  state: StudyState
  isArchived: boolean
  isUnblinded: boolean
  /** The protocol's blindAdmins. */
  isBlind: boolean
  /** There are judgments, and all of them were recorded elsewhere and imported. */
  hasOnlyRecordedJudgments: boolean
}

/** Why a study does not allow an act, or null when it does. */
export type Refusal =
  | 'archived'
  | 'not-archived'
  | 'not-draft'
  | 'not-open'
  | 'not-paused'
  | 'still-running'
  | 'closed'
  | 'not-opened'
  | 'not-closed'
  | 'not-closed-yet'
  | 'only-recorded'
  | 'not-blind'
  | 'already-unblinded'

/** The state that an act leads to; acts that are not here leave it as it is. */
export const nextState: Partial<Record<StudyAct, StudyState>> = {
  open: 'OPEN',
  pause: 'PAUSED',
  resume: 'OPEN',
  close: 'CLOSED',
  extend: 'OPEN',
}

const rules: Record<StudyAct, (study: StudyCondition) => Refusal | null> = {
  'edit-protocol': study => (study.state === 'DRAFT' ? null : 'not-draft'),
  open: study => (study.state === 'DRAFT' ? null : 'not-draft'),
  pause: study => (study.state === 'OPEN' ? null : 'not-open'),
  resume: study => (study.state === 'PAUSED' ? null : 'not-paused'),
  close: study => {
    if (study.state === 'CLOSED') return 'closed'
    return study.state === 'DRAFT' && !study.hasOnlyRecordedJudgments ? 'not-opened' : null
  },
  extend: study => {
    if (study.state !== 'CLOSED') return 'not-closed-yet'
    return study.hasOnlyRecordedJudgments ? 'only-recorded' : null
  },
  unblind: study => {
    if (!study.isBlind) return 'not-blind'
    if (study.state !== 'CLOSED') return 'not-closed'
    return study.isUnblinded ? 'already-unblinded' : null
  },
  'change-people': study => (study.state === 'CLOSED' ? 'closed' : null),
  archive: study => (study.state === 'OPEN' || study.state === 'PAUSED' ? 'still-running' : null),
  restore: study => (study.isArchived ? null : 'not-archived'),
}

/** Null: the study allows the act. */
export function refuseAct(study: StudyCondition, act: StudyAct): Refusal | null {
  if (study.isArchived && act !== 'restore') return 'archived'
  return rules[act](study)
}

/** All acts that a study allows now. */
export const allowedActs = (study: StudyCondition): StudyAct[] => studyActs.filter(act => !refuseAct(study, act))

const words: Record<Refusal, string> = {
  archived: 'The study is archived. Restore it first.',
  'not-archived': 'The study is not archived.',
  'not-draft': 'The protocol was frozen when the study was opened. Duplicate the study to change it.',
  'not-open': 'Only an open study can be paused.',
  'not-paused': 'Only a paused study can be resumed.',
  'still-running': 'The study is running. Close it before archiving it.',
  closed: 'The study is closed.',
  'not-opened':
    'A draft can only be closed when all of its judgments were recorded elsewhere and imported. Open it, or archive it.',
  'not-closed': 'The models stay hidden until the study is closed. Close it first.',
  'not-closed-yet': 'The study is not closed: import the responses of another model into it as it is.',
  'only-recorded': 'All judgments of this study were recorded elsewhere: there is nobody to go on.',
  'not-blind': 'This study never hid its results from admins: there is nothing to unblind.',
  'already-unblinded': 'The study is unblinded already.',
}

/** A refusal in words, for people. */
export const refusalText = (refusal: Refusal): string => words[refusal]
