import { Command } from 'commander'
import { expect, it } from 'vitest'
import { addFilterOptions, type FilterOptions, filterOf } from './filter-options'

const read = (...args: string[]) => {
  const command = addFilterOptions(new Command('results').argument('<study>')).exitOverride()
  command.configureOutput({ writeErr: () => undefined }).parse(args, { from: 'user' })
  return { study: command.args[0], filter: filterOf(command.opts<FilterOptions>()) }
}

it('is read from options in any order, each value by itself', () => {
  expect(read('--language', 'zh', 'chat', '--language', 'en', '--without', 'too-fast', '--meta', 'source:a b')).toEqual(
    {
      study: 'chat',
      filter: {
        judgments: 'original',
        languages: ['en', 'zh'],
        metadata: [{ key: 'source', value: 'a b' }],
        without: ['too-fast'],
      },
    },
  )
  expect(read('chat', '--without-annotator', 'p-1', '--judgments', 'adjudicated').filter).toEqual({
    judgments: 'adjudicated',
    withoutAnnotators: ['p-1'],
    without: [],
  })
})

it('refuses what it does not understand', () => {
  expect(() => read('chat', '--without', 'slow')).toThrow('"without" is not understood')
  expect(() => read('chat', '--from', 'yesterday')).toThrow('"from" is not understood')
  expect(() => read('chat', '--judgments', 'all')).toThrow()
})
