import { expect, test } from 'vitest'
import { statementRanges } from './statement-ranges'

test('the months of a statement end on their last day, across a year, too', () => {
  expect(statementRanges(new Date(2028, 0, 15))).toEqual([
    { name: 'thisMonth', from: '2028-01-01', to: '2028-01-15' },
    { name: 'lastMonth', from: '2027-12-01', to: '2027-12-31' },
    { name: 'lastYear', from: '2027-02-01', to: '2028-01-15' },
  ])
  expect(statementRanges(new Date(2028, 2, 31))[1]).toEqual({ name: 'lastMonth', from: '2028-02-01', to: '2028-02-29' })
})
