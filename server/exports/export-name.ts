import type { CountedJudgments } from '../results/filter'

/** What a downloaded table is called, without its ending: a table of adjudicated judgments says so. */
export const exportName = (study: string, table: string, judgments: CountedJudgments = 'original'): string =>
  judgments === 'adjudicated' ? `${study}-${table}-adjudicated` : `${study}-${table}`
