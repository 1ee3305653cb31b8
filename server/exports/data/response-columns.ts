import type { DataColumn } from './data-column'

/** What the models answered: one row per response. While the study is blind neither model nor source, in no telling order. */
export const responseColumns: readonly DataColumn[] = [
  { name: 'item', type: 'text', about: 'the item’s own id' },
  { name: 'language', type: 'word', about: 'BCP 47' },
  { name: 'category', type: 'text', about: 'short name' },
  { name: 'model', type: 'text', about: 'withheld while the study is blind' },
  {
    name: 'sample',
    type: 'integer',
    about: 'which of several responses of the model; withheld while the study is blind',
  },
  { name: 'status', type: 'word', about: '`ok`, `refused`, `truncated`, `failed`, `not_collected`' },
  { name: 'turns', type: 'texts', about: 'one answer per turn, as annotators saw it' },
  { name: 'same_text', type: 'integer', about: 'how many responses to the item share this text, and so a slot' },
  { name: 'reasoning', type: 'text', about: 'never shown to annotators; withheld while the study is blind' },
  { name: 'metadata', type: 'json', about: 'whatever else the file said of it; withheld while the study is blind' },
]
