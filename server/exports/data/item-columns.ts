import type { DataColumn } from './data-column'

/** What was judged: one row per item of the results, in the order of import. Can be imported again. */
export const itemColumns: readonly DataColumn[] = [
  { name: 'item', type: 'text', about: 'the item’s own id, as it was imported' },
  { name: 'language', type: 'word', about: 'BCP 47; of translations that of the responses' },
  { name: 'source_language', type: 'word', about: 'of translations' },
  { name: 'category', type: 'text', about: 'short name' },
  { name: 'messages', type: 'messages', about: 'the conversation: `[{"role", "content"}]`' },
  { name: 'references', type: 'texts', about: 'one text per turn' },
  { name: 'context', type: 'text', about: 'what an annotator needs to know beside the prompt' },
  { name: 'rubric', type: 'json', about: 'the newest scoring standard: a list of points' },
  { name: 'metadata', type: 'json', about: 'whatever else the file said of it; withheld while the study is blind' },
  {
    name: 'cluster',
    type: 'text',
    about:
      'what the item belongs together with, by its metadata (`cluster`, `conversation` or `document`); withheld while the study is blind',
  },
  { name: 'text_recorded', type: 'flag', about: 'false: made for imported judgments, without a text' },
]
