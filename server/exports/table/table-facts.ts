// What stands around every table.
import type { CountedJudgments } from '../../results/filter'
import type { ResultTables } from './result-table'

interface Facts {
  slug: string
  name: string
  disclosure: string
  judgments: CountedJudgments
  adjudicated: number
}

/** Whoever copies a table takes with it what it is of. */
export function tableFacts({
  slug,
  name,
  disclosure,
  judgments,
  adjudicated,
}: Facts): Pick<ResultTables, 'study' | 'name' | 'judgments' | 'disclosure'> {
  const decisions = adjudicated === 1 ? '1 adjudicator’s decision' : `${adjudicated} adjudicators’ decisions`
  const adjudication = judgments === 'adjudicated' ? `With ${decisions} in the place of the original judgments.` : ''
  return { study: slug, name, judgments, disclosure: [disclosure, adjudication].filter(Boolean).join(' ') }
}
