import type { DataColumn } from './data-column'

/** One row per item and pair of models, in the order of the study’s models. */
export const comparisonColumns: readonly DataColumn[] = [
  { name: 'item', type: 'text', about: 'the item’s own id, as it was imported' },
  { name: 'language', type: 'word', about: 'BCP 47; `zh>en` for translations' },
  { name: 'category', type: 'text', about: 'short name' },
  { name: 'model_a', type: 'text', about: 'the one that stands first in the study' },
  { name: 'model_b', type: 'text', about: 'the other' },
  { name: 'outcome', type: 'word', about: '`a`, `b` or `tie`: who is better on this item, over all its annotators' },
  { name: 'judgments', type: 'integer', about: 'that it rests on' },
  { name: 'source', type: 'word', about: '`scores`, `preference` or `ranking`' },
]
