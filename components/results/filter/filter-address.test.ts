import { expect, test } from 'vitest'
import { readResultFilter } from '@/server/results/filter'
import { filterPart, isExploratory, isFiltered, replaceFilter, withFilter, withQuery } from './filter-address'

const filterOf = (query: string) => readResultFilter(new URLSearchParams(query))

test('an address goes on with a filter, whatever it has already', () => {
  expect(withFilter('/results', filterOf('language=zh'))).toBe('/results?language=zh')
  expect(withFilter('/results?criterion=a', filterOf('language=zh'))).toBe('/results?criterion=a&language=zh')
  expect(withFilter('/results', filterOf(''))).toBe('/results')
  expect(withQuery('/results', '')).toBe('/results')
})

test('only the filter is taken along, and only the filter is replaced', () => {
  const here = new URLSearchParams('criterion=a&language=en&after=30&without=too-fast')
  expect(String(filterPart(here))).toBe('language=en&without=too-fast')
  expect(String(replaceFilter(here, new URLSearchParams('category=Code')))).toBe('criterion=a&category=Code')
})

test('a choice of languages is a part of the report, every other one is exploratory', () => {
  expect([isFiltered(filterOf('')), isExploratory(filterOf(''))]).toEqual([false, false])
  expect([isFiltered(filterOf('language=zh')), isExploratory(filterOf('language=zh'))]).toEqual([true, false])
  for (const query of ['category=Code', 'annotator=p-1', 'from=2026-01-01', 'meta=source:a', 'without=flagged'])
    expect(isExploratory(filterOf(query)), query).toBe(true)
  // Which judgments count has a switch and words of its own.
  expect(isFiltered(filterOf('judgments=adjudicated'))).toBe(false)
})
