// What stands around every table.
import type { ResultFilter } from '../../results/filter'
import { filterText } from '../../results/filter-text'
import { methodVersion } from '../../statistics/method-version'
import type { ResultTables } from './result-table'

/** What is known of a study where its tables are made. */
export interface TableFacts {
  slug: string
  name: string
  disclosure: string
  filter: ResultFilter
  adjudicated: number
}

/** Whoever copies a table takes with it what it is of. */
export function tableFacts({
  slug,
  name,
  disclosure,
  filter,
  adjudicated,
}: TableFacts): Pick<ResultTables, 'study' | 'name' | 'judgments' | 'disclosure' | 'methodVersion'> {
  const { judgments } = filter
  const decisions = adjudicated === 1 ? '1 adjudicator’s decision' : `${adjudicated} adjudicators’ decisions`
  const adjudication = judgments === 'adjudicated' ? `With ${decisions} in the place of the original judgments.` : ''
  const said = [disclosure, adjudication, filterText(filter)].filter(Boolean).join(' ')
  return { study: slug, name, judgments, disclosure: said, methodVersion }
}
