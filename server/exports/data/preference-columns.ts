import type { DataColumn } from './data-column'

/** Pairs to train reward models with: the names that TRL reads, as conversations. */
export const preferenceColumns: readonly DataColumn[] = [
  { name: 'id', type: 'word', about: 'of the pair: made of item, models and annotator, the same in every export' },
  { name: 'item', type: 'text', about: 'the item’s own id' },
  { name: 'language', type: 'word', about: 'BCP 47' },
  { name: 'category', type: 'text', about: 'short name' },
  { name: 'prompt', type: 'messages', about: '`[{"role", "content"}]`: what both answers follow' },
  { name: 'chosen', type: 'messages', about: '`[{"role", "content"}]`: the better answer; of a tie the first' },
  { name: 'rejected', type: 'messages', about: '`[{"role", "content"}]`: the other answer' },
  {
    name: 'score_chosen',
    type: 'number',
    about: 'its mean score; of a direct comparison the strength of the preference, 0 for a tie',
  },
  { name: 'score_rejected', type: 'number', about: 'its mean score; 0 of a direct comparison' },
  { name: 'margin', type: 'number', about: 'score_chosen − score_rejected' },
  { name: 'tie', type: 'flag', about: 'neither won: no pair to train on, there only if asked for' },
  { name: 'criterion', type: 'word', about: 'what was compared by' },
  {
    name: 'source',
    type: 'word',
    about: '`preference`: one judged pair; `scores` or `ranking`: means over annotators',
  },
  { name: 'judgments', type: 'integer', about: 'that it rests on' },
  { name: 'annotator', type: 'text', about: 'pseudonym, of a direct comparison' },
  { name: 'model_chosen', type: 'text', about: 'withheld while the study is blind' },
  { name: 'model_rejected', type: 'text', about: 'withheld while the study is blind' },
]
