import { describe, expect, it } from 'vitest'
import { markSecond } from './mark-second'
import { numberCell } from './result-table'

/** "8.66*": marked best; "–": no figure. */
const marksOf = (column: readonly string[]) =>
  markSecond(
    column.map(text => {
      const display = text.replace('*', '')
      return numberCell(display === '–' ? null : Number(display), display, { mark: text.endsWith('*') ? 'best' : null })
    }),
  ).map(cell => cell.mark)

describe('markSecond', () => {
  it.each<[string, string[], (string | null)[]]>([
    ['the next figure below the best', ['8.66*', '8.57', '8.44'], ['best', 'second', null]],
    ['all that look equal', ['8.44', '8.66*', '8.44'], ['second', 'best', 'second']],
    ['the next one below several best', ['8.66*', '8.66*', '8.44'], ['best', 'best', 'second']],
    ['not of two', ['8.66*', '8.57'], ['best', null]],
    ['not of two with a gap', ['8.66*', '8.57', '–'], ['best', null, null]],
    ['not where nothing is best', ['8.66', '8.57', '8.44'], [null, null, null]],
    ['not where all are best', ['8.66*', '8.66*', '8.66*'], ['best', 'best', 'best']],
    ['the larger of longer figures', ['10.00*', '9.50', '8.00'], ['best', 'second', null]],
    ['below zero', ['0.10*', '-0.50', '-0.20'], ['best', null, 'second']],
  ])('marks %s', (_, column, expected) => {
    expect(marksOf(column)).toEqual(expected)
  })
})
