import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { scoreTableRows } from '../exports/table/score-records'
import { disconnect } from '../platform/db'
import { importJudgments } from './commands/import-judgments'
import { makeDraftStudy, makeReadable } from './make-draft-study'
import { getScores } from './queries/get-scores'

// Published tables, reconstructed from scores that are not part of this repository. ASSAY_REFERENCE_DIR names a folder
// with gold/glm45-demo-scores.csv and gold/35-glm45-tables.json.
const folder = path.join(process.env.ASSAY_REFERENCE_DIR ?? '', 'gold')
const isThere = existsSync(path.join(folder, 'glm45-demo-scores.csv'))
if (!isThere) console.info('skipped: ASSAY_REFERENCE_DIR names no folder with gold/glm45-demo-scores.csv')

afterAll(disconnect)

type Published = Record<string, Record<string, Record<string, string> & { n?: Record<string, number> }>>

describe.skipIf(!isThere)('published tables', () => {
  it('are reproduced to the digit, every cell', async () => {
    const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
    const access = await makeDraftStudy()
    await importJudgments(access, read('glm45-demo-scores.csv'), {
      fileName: 'glm45-demo-scores.csv',
      format: 'csv',
      createMissing: true,
      step: 0.1,
    })
    const { tables } = await getScores(await makeReadable(access))
    const shown = new Map(
      scoreTableRows(tables).map(([language, category, model, n, , display]) => [
        [language, category, model].join('|'),
        { n: Number(n), display },
      ]),
    )
    const published: Published = JSON.parse(read('35-glm45-tables.json')).expected
    let cells = 0
    for (const [language, columns] of Object.entries(published))
      for (const [column, { n, ...means }] of Object.entries(columns))
        for (const [model, display] of Object.entries(means)) {
          const key = [language, column === 'Overall' ? '(all)' : column, model].join('|')
          expect(shown.get(key), key).toMatchObject({ display, ...(n ? { n: n[model] } : {}) })
          cells += 1
        }
    expect(cells).toBe(72)
  })
})
