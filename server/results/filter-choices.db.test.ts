import { afterAll, expect, test } from 'vitest'
import { db, disconnect } from '../platform/db'
import { importJudgments } from './commands/import-judgments'
import { readResultFilter } from './filter'
import { makeDraftStudy } from './make-draft-study'
import { countFiltered } from './queries/count-filtered'
import { getFilterChoices } from './queries/get-filter-choices'

afterAll(disconnect)

test('what a study can be filtered by, and how much each choice leaves', async () => {
  const access = await makeDraftStudy()
  const lines = [
    'language,category,prompt_id,annotator,model,score',
    'en,Math,m1,Ada,A,8',
    'en,Math,m1,Ben,A,9',
    'en,Code,c1,Ada,A,7',
    'zh,,z1,,A,6',
    '',
  ]
  await importJudgments(access, lines.join('\n'), {
    fileName: 'scores.csv',
    format: 'csv',
    createMissing: true,
  })
  const items = await db.item.findMany({ where: { studyId: access.studyId }, orderBy: { position: 'asc' } })
  for (const [index, item] of items.entries())
    await db.item.update({
      where: { id: item.id },
      data: { metadata: { source: index === 0 ? 'arena' : 'forum', 'a:b': 'x' } },
    })

  const choices = await getFilterChoices(access)
  expect(choices.languages).toEqual(['en', 'zh'])
  expect(choices.categories.map(one => one.shortName)).toEqual(['Math', 'Code', null])
  // Labels of recorded annotators may be names.
  expect(choices.annotators).toEqual(['recorded-1', 'recorded-2', 'recorded'])
  // A key with a colon could not be written in an address.
  expect(choices.metadata).toEqual([
    { key: 'source', value: 'arena' },
    { key: 'source', value: 'forum' },
  ])

  const count = (query: string) => countFiltered(access, readResultFilter(new URLSearchParams(query)))
  expect(await count('')).toEqual({ judgments: 4, items: 3 })
  expect(await count('category=Math')).toEqual({ judgments: 2, items: 1 })
  expect(await count('category=-')).toEqual({ judgments: 1, items: 1 })
  expect(await count('annotator=recorded')).toEqual({ judgments: 1, items: 1 })
  expect(await count('meta=source:forum')).toEqual({ judgments: 2, items: 2 })
  expect(await count('from=2999-01-01')).toEqual({ judgments: 0, items: 0 })
  await expect(count('category=Cooking')).rejects.toThrow('There are: ')
})
