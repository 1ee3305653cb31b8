import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type CriterionOf, criterionSchema } from '../../criteria/schema'
import { disconnect } from '../platform/db'
import { presetProtocol } from '../studies/presets'
import { importJudgments } from './commands/import-judgments'
import { makeDraftStudy } from './make-draft-study'
import { getAgreement } from './queries/get-agreement'

afterAll(disconnect)

const options = { fileName: 'a.csv', format: 'csv', createMissing: true, language: 'en' } as const
const itemScale = (min: number, max: number) =>
  criterionSchema.parse({ kind: 'scale', id: 'score', label: 'Score', scope: 'item', min, max, step: 1, anchors: [] })
const itemChoice = (...ids: string[]): CriterionOf<'choice'> => ({
  kind: 'choice',
  id: 'label',
  label: 'Label',
  help: '',
  asked: 1,
  scope: 'item',
  options: ids.map(id => ({ id, label: id, help: '' })),
  many: false,
  mandatory: true,
})

it('reads judgments of two annotators, whatever the order of the pair, while the study is blind', async () => {
  const access = await makeDraftStudy({}, presetProtocol('preference'))
  const votes = ['1,r1,X,Y,a', '1,r2,Y,X,b', '2,r1,X,Y,b', '2,r2,X,Y,b', '3,r1,X,Y,tie', '3,r2,X,Y,a', '4,r1,X,Y,a']
  await importJudgments(access, `item,rater,model_a,model_b,winner\n${votes.join('\n')}\n`, options)
  expect(access.sealed).toBe(true)
  const agreement = await getAgreement(access)
  const overall = agreement.find(one => one.criterion.id === 'overall')
  expect(overall).toMatchObject({
    metric: 'nominal',
    annotators: ['recorded-1', 'recorded-2'],
    raw: { value: 2 / 3, n: 3 },
  })
  expect(overall?.alpha).toMatchObject({ units: 3, n: 6 })
  expect(agreement.find(one => one.criterion.id === 'safety')?.alpha.reason).not.toBeNull()
})

// Published data that are not part of this repository. ASSAY_REFERENCE_DIR names a folder with data/.
const folder = path.join(process.env.ASSAY_REFERENCE_DIR ?? '', 'data')
const isThere = existsSync(path.join(folder, 'agreement'))
if (!isThere) console.info('skipped: ASSAY_REFERENCE_DIR names no folder with data/agreement')

describe.skipIf(!isThere)('published agreement', () => {
  const agreementOf = async (file: string, criteria?: ReturnType<typeof itemScale>[], columns?: [string, string]) => {
    const access = await makeDraftStudy({}, criteria ? { criteria } : presetProtocol('preference'))
    const text = readFileSync(path.join(folder, file), 'utf8')
    await importJudgments(access, columns ? text.replace(...columns) : text, options)
    const agreement = await getAgreement(access)
    return agreement.find(one => one.criterion.id === (criteria?.[0]?.id ?? 'overall'))
  }

  it('pairwise votes: κ of each two annotators', { timeout: 180_000 }, async () => {
    const found = await agreementOf('pairwise/pandalm-votes.csv')
    expect(found?.kappas.map(({ kappa }) => kappa.value?.toFixed(2))).toEqual(['0.85', '0.88', '0.86'])
    expect(found?.kappas.map(({ kappa }) => kappa.n)).toEqual([999, 999, 999])
  })

  it('Krippendorff 2011: α of four observers with gaps', async () => {
    const file = 'agreement/textbook-krippendorff-2011.csv'
    expect((await agreementOf(file, [itemScale(1, 5)]))?.alpha.value).toBeCloseTo(0.815, 3)
    expect((await agreementOf(file, [itemScale(0, 10)]))?.alpha.value).toBeCloseTo(0.849, 3)
    const labels = itemChoice('1', '2', '3', '4', '5')
    expect((await agreementOf(file, [labels], ['score', 'label']))?.alpha.value).toBeCloseTo(0.743, 3)
  })

  it('Cohen: κ of a table of two by two', async () => {
    const found = await agreementOf('agreement/textbook-cohen-2x2.csv', [itemChoice('yes', 'no')])
    expect(found?.kappas[0]?.kappa).toMatchObject({ value: expect.closeTo(0.4, 10), n: 50 })
  })

  it('Fleiss: κ of ten subjects and fourteen raters', async () => {
    const found = await agreementOf('agreement/textbook-fleiss-10x14.csv', [itemChoice('1', '2', '3', '4', '5')])
    expect(found?.fleiss?.value).toBeCloseTo(0.21, 3)
  })

  it('Shrout & Fleiss 1979: intraclass correlations of a complete table', async () => {
    const found = await agreementOf('agreement/textbook-shrout-fleiss-1979.csv', [itemScale(0, 10)])
    expect(found?.intraclass?.one.value).toBeCloseTo(0.29, 2)
    expect(found?.intraclass?.mean.value).toBeCloseTo(0.62, 2)
  })
})
