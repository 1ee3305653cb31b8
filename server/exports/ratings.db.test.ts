import { parse } from 'csv-parse/sync'
import { afterAll, expect, it } from 'vitest'
import type { StudyAccess } from '../people/access'
import { db, disconnect } from '../platform/db'
import { importJudgments } from '../results/commands/import-judgments'
import { wholeStudy } from '../results/filter'
import { makeDraftStudy, makeReadable } from '../results/make-draft-study'
import { presetProtocol } from '../studies/presets'
import { writeRatingFile } from './queries/write-rating-file'
import type { RatingsOptions } from './schema'

afterAll(disconnect)

async function fileOf(access: StudyAccess, options: Partial<RatingsOptions> = {}) {
  let text = ''
  await writeRatingFile(
    access,
    { format: 'csv', all: false, annotators: 'pseudonym', filter: wholeStudy, ...options },
    async piece => {
      text += piece
    },
  )
  return text
}

it('every rating is a row, with the models of a pair, and what does not count only when it is asked for', async () => {
  const draft = await makeDraftStudy({}, presetProtocol('preference'))
  const votes = ['1,Ann,X,Y,a,2,', '1,Ben,Y,X,tie,,Close.', '2,Ann,X,Y,b,,']
  const options = { fileName: 'v.csv', format: 'csv', createMissing: true, language: 'en' } as const
  await importJudgments(draft, `item,annotator,model_a,model_b,winner,strength,comment\n${votes.join('\n')}\n`, options)
  await expect(fileOf(draft)).rejects.toMatchObject({ code: 'blinded' })
  const access = await makeReadable(draft)
  const rows = parse(await fileOf(access), { columns: true }) as Record<string, string>[]
  const brief = (row: Record<string, string>) => [
    row.item,
    row.annotator,
    row.model_a,
    row.winner,
    row.strength,
    row.text,
  ]
  expect(rows).toHaveLength(4)
  expect(rows.map(brief)).toEqual(
    expect.arrayContaining([
      ['1', 'recorded-1', 'X', 'model_a', '2', ''],
      ['1', 'recorded-2', 'Y', 'tie', '', ''],
      ['1', 'recorded-2', '', '', '', 'Close.'],
      ['2', 'recorded-1', 'X', 'model_b', '1', ''],
    ]),
  )

  await db.item.updateMany({ where: { studyId: access.studyId, externalId: '2' }, data: { purpose: 'GOLD' } })
  expect(await fileOf(access)).not.toContain('model_b,1')
  const all = (await fileOf(access, { format: 'jsonl', all: true, annotators: 'email' })).trim().split('\n')
  expect(all.map(line => JSON.parse(line)).filter(row => row.purpose === 'gold')).toMatchObject([
    { item: '2', annotator: 'Ann', model_a: 'X', model_b: 'Y', winner: 'model_b', strength: 1, kind: 'preference' },
  ])
})
