import type { DataColumn } from './data-column'

/** Which response stood where: one row per place and slot. Only once a study is unblinded. */
export const randomisationColumns: readonly DataColumn[] = [
  { name: 'item', type: 'text', about: 'the item’s own id' },
  { name: 'purpose', type: 'word', about: '`study`, `gold`, `attention`, `calibration`, `qualification`' },
  { name: 'occasion', type: 'word', about: '`first`, `repeat`, `bridge`, `adjudication`' },
  { name: 'round', type: 'integer', about: '1 … k: which of the judgments that the item needs' },
  { name: 'variant', type: 'integer', about: 'tells several sets of responses of one item apart' },
  { name: 'reserved_for', type: 'text', about: 'pseudonym, where only one annotator may get it' },
  { name: 'slot', type: 'word', about: '`A`, `B` …' },
  {
    name: 'models',
    type: 'text',
    about: 'whose response stands there; several that are identical are joined by ` = `',
  },
  { name: 'omitted', type: 'texts', about: 'criteria that are asked on a sample only, and not here' },
  { name: 'state', type: 'word', about: '`free`, `held`, `judged`' },
]
