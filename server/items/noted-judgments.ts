// Finds judgments that stand beside items and responses in files of others: they are kept as metadata, and the file's
// reader is told how to bring them in.
import { isGiven, type RawRecord } from './raw-record'

const names = [
  'votes',
  'vote',
  'winner',
  'ratings',
  'human_scores',
  'human_score',
  'human',
  'esa_ratings',
  'annotations',
  'judgments',
  'preferences',
]

/** The first field that looks like judgments, or null. */
export const notedJudgments = (raw: RawRecord): string | null => names.find(name => isGiven(raw[name])) ?? null
