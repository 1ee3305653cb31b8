import { afterAll, expect, it } from 'vitest'
import { db, disconnect } from '../platform/db'
import { importJudgments } from '../results/commands/import-judgments'
import { makeDraftStudy, makeReadable } from '../results/make-draft-study'
import { presetProtocol } from '../studies/presets'
import { makeExportFile, makeExportRows } from './make-export-file'

afterAll(disconnect)

it('every rating is a row, with the models of a pair, and what does not count only when it is asked for', async () => {
  const draft = await makeDraftStudy({}, presetProtocol('preference'))
  const votes = ['1,Ann,X,Y,a,2,', '1,Ben,Y,X,tie,,Close.', '2,Ann,X,Y,b,,']
  const options = { fileName: 'v.csv', format: 'csv', createMissing: true, language: 'en' } as const
  await importJudgments(draft, `item,annotator,model_a,model_b,winner,strength,comment\n${votes.join('\n')}\n`, options)
  await expect(makeExportRows(draft, 'ratings')).rejects.toMatchObject({ code: 'blinded' })
  const access = await makeReadable(draft)
  const rows = await makeExportRows(access, 'ratings')
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
  expect((await makeExportRows(access, 'ratings')).map(row => row.item)).not.toContain('2')
  const all = { kind: 'ratings', format: 'jsonl', options: { all: true, annotators: 'email' } } as const
  const lines = (await makeExportFile(access, all)).bytes.toString().trim().split('\n')
  expect(lines.map(line => JSON.parse(line)).filter(row => row.purpose === 'gold')).toMatchObject([
    { item: '2', annotator: 'Ann', model_a: 'X', model_b: 'Y', winner: 'model_b', strength: 1, kind: 'preference' },
  ])
})

it('a study that asks for no score has no table of judgments, and says so before a byte is written', async () => {
  const draft = await makeDraftStudy({}, presetProtocol('preference'))
  await expect(makeExportRows(draft, 'judgments')).rejects.toMatchObject({ code: 'blinded' })
  const refusal = { code: 'not_found', message: expect.stringContaining('"Every rating"') }
  await expect(makeExportRows(await makeReadable(draft), 'judgments')).rejects.toMatchObject(refusal)
})
