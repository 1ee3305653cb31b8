import 'server-only'
import type { AppliedFilter } from '../../results/queries/apply-filter'
import { countedItems, countedJudgments } from '../../results/queries/filtered'

/** What results are made of; `j`: judgments, `i`: items. */
export const countsInResults = (applied: AppliedFilter) => `${countedItems(applied)} AND ${countedJudgments(applied)}`
