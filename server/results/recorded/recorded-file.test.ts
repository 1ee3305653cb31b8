import { describe, expect, it } from 'vitest'
import { fileKind } from './file-kind'
import { readRecordedFile } from './recorded-file'

describe('readRecordedFile', () => {
  it('names the line at which a record of several lines begins', () => {
    const { rows } = readRecordedFile('item,model,score,comment\nm1,A,8,"two\nlines"\nm2,A,x,\n', 'csv')
    expect(rows.map(row => [row.line, row.fields.comment])).toEqual([
      [2, 'two\nlines'],
      [4, ''],
    ])
  })

  it('takes a byte order mark, CRLF and other spellings of the header', () => {
    const { rows, problems } = readRecordedFile('\uFEFFPrompt_ID , Model-A,Score\r\nm1,A,8.0\r\n', 'csv')
    expect(problems).toEqual([])
    expect(rows[0]?.fields).toEqual({ prompt_id: 'm1', model_a: 'A', score: '8.0' })
  })

  it.each([
    ['jsonl', '[1]'],
    ['csv', ''],
    ['csv', 'item,score\nm1,8,9\n'],
  ] as const)('refuses %s %j', (format, text) => {
    const { rows, problems } = readRecordedFile(text, format)
    expect(rows).toEqual([])
    expect(problems).toHaveLength(1)
  })
})

describe('fileKind', () => {
  it.each([
    ['item,rater,model_a,model_b,winner', 'pairs'],
    ['item,model,criterion,score', 'scores'],
    ['item,model,value,category', 'scores'],
    ['item,model,rank', 'rankings'],
    ['item,ranking', 'rankings'],
    ['item,model,point,earned', 'checklists'],
    ['item,model,labels', 'choices'],
    ['item,rater_slot,category', 'choices'],
    ['item,model,start,end,category,severity', 'spans'],
    ['item,model,comment', 'comments'],
    ['item,model', null],
  ])('%s: %s', (header, kind) => {
    const { rows } = readRecordedFile(`${header}\n${header}\n`, 'csv')
    expect(fileKind(rows)).toBe(kind)
  })
})
