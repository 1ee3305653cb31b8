import type { DataColumn } from './data-column'

/** Scores, one row per judgment × response, by the first scale of the protocol. */
export const judgmentColumns: readonly DataColumn[] = [
  { name: 'study', type: 'word', about: 'slug of the study' },
  { name: 'item', type: 'text', about: 'the item’s own id, as it was imported' },
  { name: 'language', type: 'word', about: 'BCP 47' },
  { name: 'category', type: 'text', about: 'short name' },
  { name: 'model', type: 'text', about: 'whose response it is' },
  { name: 'sample', type: 'integer', about: 'which of several responses of the model' },
  { name: 'slot', type: 'word', about: '`A`, `B` … as it was shown; empty for imported judgments' },
  {
    name: 'score',
    type: 'number',
    about: 'by the first scale; before the reference was shown, where it was shown later',
  },
  { name: 'cannot_judge', type: 'text', about: 'why this response could not be judged' },
  { name: 'comment', type: 'text', about: 'on this response' },
  { name: 'submitted_at', type: 'time', about: 'when the judgment was submitted' },
  {
    name: 'active_ms',
    type: 'integer',
    about: 'time with the item on the screen, idle time removed; of the whole judgment',
  },
  { name: 'revision', type: 'integer', about: '1, 2 … of the judgment; the newest counts' },
  { name: 'annotator', type: 'text', about: 'random pseudonym; `recorded-1` … for imported judgments' },
  { name: 'origin', type: 'word', about: '`live`: made here; `recorded`: imported' },
  { name: 'response_status', type: 'word', about: '`ok`, `refused`, `truncated`, `failed`, `not_collected`' },
  { name: 'score_after', type: 'number', about: 'after the reference was shown; empty: nothing was revealed' },
]
