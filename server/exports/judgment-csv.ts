// Judgments in long form: one row per annotator × item × response, as columns of a CSV file.

import { formatSteps, type Scale } from '../../criteria/scale/steps'
import { slotLetter } from '../blinding/schema'
import { neutralCell } from './neutral-cell'

export interface JudgmentRow {
  item: string
  language: string
  category: string | null
  model: string
  sample: number
  /** 1 = A; null for judgments that were recorded elsewhere: their order is not known. */
  slot: number | null
  /** Whole steps from the minimum; before the reference was shown, where it was shown later. */
  steps: number | null
  /** After it was shown; null where nothing was revealed. */
  stepsAfter: number | null
  cannotJudge: string | null
  comment: string | null
  submittedAt: Date
  activeMs: number | null
  revision: number
  annotator: string
  origin: 'LIVE' | 'RECORDED'
  status: string
}

export const judgmentHeader = [
  'study',
  'item',
  'language',
  'category',
  'model',
  'sample',
  'slot',
  'score',
  'cannot_judge',
  'comment',
  'submitted_at',
  'active_ms',
  'revision',
  'annotator',
  'origin',
  'response_status',
  'score_after',
]

const text = (value: string | null) => (value === null ? '' : neutralCell(value))

/** One line; times are UTC, ISO 8601. Text that a spreadsheet would run is neutralised. */
export function judgmentCells(study: string, row: JudgmentRow, scale: Scale): string[] {
  return [
    text(study),
    text(row.item),
    row.language,
    text(row.category),
    text(row.model),
    String(row.sample),
    row.slot === null ? '' : slotLetter(row.slot),
    row.steps === null ? '' : formatSteps(row.steps, scale),
    text(row.cannotJudge),
    text(row.comment),
    row.submittedAt.toISOString(),
    row.activeMs === null ? '' : String(row.activeMs),
    String(row.revision),
    text(row.annotator),
    row.origin.toLowerCase(),
    row.status.toLowerCase(),
    row.stepsAfter === null ? '' : formatSteps(row.stepsAfter, scale),
  ]
}
