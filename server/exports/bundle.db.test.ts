import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { db, disconnect, sql } from '../platform/db'
import { importJudgments } from '../results/commands/import-judgments'
import { makeDraftStudy, makeReadable } from '../results/make-draft-study'
import { presetProtocol } from '../studies/presets'
import { saveDatasheet } from './commands/save-datasheet'
import { makeExportFile } from './make-export-file'
import { emptyDatasheet } from './schema'

afterAll(disconnect)

const models = ['甲-模型', 'Beta & Söhne', '=Gamma']

/** Scores of three models by two people on nine items, times and all fixed; called twice, only ids differ. */
async function makeJudged(slug: string) {
  const protocol = presetProtocol('general-chat')
  const draft = await makeDraftStudy({}, { criteria: protocol.criteria })
  await db.study.update({
    where: { id: draft.studyId },
    data: { slug, name: 'Vergleich 比较', disclosure: 'Made up.', seed: new Uint8Array(32).fill(7) },
  })
  const lines = [...Array(9).keys()].flatMap(item =>
    models.flatMap((model, index) =>
      ['Ann', 'Ben'].map((rater, person) =>
        [
          item % 2 ? 'zh' : 'en',
          item % 3 ? 'Math' : 'Code',
          `q${item}`,
          rater,
          `"${model}"`,
          (item * 3 + index * 2 + person) % 11,
        ].join(','),
      ),
    ),
  )
  const options = { fileName: 's.csv', format: 'csv', createMissing: true } as const
  await importJudgments(draft, `language,category,item,rater,model,score\n${lines.join('\n')}\n`, options)
  await db.judgment.updateMany({
    where: { studyId: draft.studyId },
    data: { submittedAt: new Date('2026-03-01T10:00:00Z') },
  })
  await db.item.updateMany({ where: { studyId: draft.studyId }, data: { recordedOnly: false } })
  await sql(
    'test_texts',
    `UPDATE responses o SET turns = ARRAY['Answer of ' || m.position || ' to ' || i.external_id], text_hash = sha256(convert_to(m.name || i.external_id, 'UTF8'))
    FROM response_sources s, models m, items i WHERE s.response_id = o.id AND m.id = s.model_id AND i.id = o.item_id AND i.study_id = $1`,
    [draft.studyId],
  )
  return makeReadable({ ...draft, slug })
}

const bundleOf = async (access: Awaited<ReturnType<typeof makeJudged>>) =>
  (await makeExportFile(access, { kind: 'bundle', format: 'zip' })).bytes
const textOf = (files: Record<string, Uint8Array>, name: string) => new TextDecoder().decode(files[name])

test('a bundle holds all of a study, with checksums that are right and texts that name each file', async () => {
  const access = await makeJudged('whole')
  await saveDatasheet(access, { ...emptyDatasheet, pay: '20 € an hour.', licence: 'CC-BY-4.0' })
  const files = unzipSync(await bundleOf(access))
  const names = Object.keys(files)
  expect(names).toEqual([...names.slice(0, -1).toSorted(), 'checksums.sha256'])
  for (const name of [
    'README.md',
    'METHODS.md',
    'HEDS.md',
    'CITATION.md',
    'reproduce.R',
    'protocol.json',
    'dataset-card.md',
    'data/ratings.csv',
    'data/ratings.parquet',
    'data/preferences.jsonl',
    'tables/scores.tex',
    'tables/scores.xlsx',
    'tables/head-to-head.csv',
    'tables/agreement.md',
    'figures/scores-score.svg',
    'figures/outcomes-score.svg',
  ])
    expect(names, name).toContain(name)

  const sums = textOf(files, 'checksums.sha256')
    .trim()
    .split('\n')
    .map(line => line.split('  '))
  expect(sums.map(([, name]) => name)).toEqual(names.slice(0, -1))
  for (const [sum, name = ''] of sums)
    expect(
      createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex'),
      name,
    ).toBe(sum)

  const readme = textOf(files, 'README.md')
  for (const name of names) expect(readme).toContain(name.replace(/_/g, '\\_'))
  expect(readme).toContain('tables/penalties')
  // Nobody judged here: nothing was drawn, and nothing is said of how it was drawn.
  expect(names.filter(name => /seed|randomisation/.test(name))).toEqual([])
  expect(readme).toContain('data/randomisation')
  for (const name of ['METHODS.md', 'HEDS.md', 'dataset-card.md']) {
    expect(textOf(files, name), name).toContain('recorded elsewhere')
    expect(textOf(files, name), name).not.toMatch(/Decided before|Hidden repeats|2026-03-01/)
  }
  const configs = [...textOf(files, 'dataset-card.md').matchAll(/data_files: (.*)/g)].map(found => found[1])
  expect(configs.length).toBeGreaterThan(3)
  for (const config of configs) expect(names).toContain(config)
  expect(textOf(files, 'HEDS.md')).toContain('> 20 € an hour.')
  expect(textOf(files, 'dataset-card.md')).toMatch(
    /^---\npretty_name: "Vergleich 比较"\nlanguage:\n- en\n- zh\nlicense: "CC-BY-4.0"\n/,
  )
  for (const name of names.filter(name => /\.(md|R)$/.test(name)))
    expect(textOf(files, name), name).not.toMatch(/undefined|NaN|\[object/)

  // A reader who knows nothing of the product makes the means again from the data.
  const rows = parse(textOf(files, 'data/ratings.csv'), { columns: true }) as unknown as Record<string, string>[]
  const printed = parse(textOf(files, 'tables/scores.csv'), { columns: true }) as unknown as Record<string, string>[]
  for (const model of new Set(rows.map(row => row.model))) {
    const items = new Map<string, number[]>()
    for (const row of rows.filter(one => one.model === model && one.criterion === 'score'))
      items.set(row.item ?? '', [...(items.get(row.item ?? '') ?? []), Number(row.value)])
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const overall = printed.find(row => row.model === model && row.language === '(all)' && row.category === '(all)')
    expect(Number(overall?.mean)).toBeCloseTo(mean([...items.values()].map(mean)), 10)
  }
  expect(Number(printed[0]?.n)).toBeGreaterThan(0)
})

test('a bundle of a part holds that part alone, in every file', async () => {
  const access = await makeJudged('part')
  await db.item.updateMany({ where: { studyId: access.studyId, externalId: 'q2' }, data: { purpose: 'GOLD' } })
  const filter = { judgments: 'original' as const, languages: ['en'], withoutAnnotators: ['Ben'], without: [] }
  const { bytes } = await makeExportFile(access, { kind: 'bundle', format: 'zip', filter })
  const files = unzipSync(bytes)
  const rowsOf = (name: string) => parse(textOf(files, name), { columns: true }) as unknown as Record<string, string>[]
  for (const name of ['ratings', 'judgments', 'items', 'responses', 'comparisons'])
    expect(new Set(rowsOf(`data/${name}.csv`).map(row => row.language)), name).toEqual(new Set(['en']))
  expect(new Set(rowsOf('data/ratings.csv').map(row => row.annotator))).toEqual(new Set(['recorded-1']))
  // With what results are not made of, also of a part.
  expect(new Set(rowsOf('data/ratings.csv').map(row => row.item))).toEqual(new Set(['q0', 'q2', 'q4', 'q6', 'q8']))
  expect(new Set(rowsOf('data/ratings.csv').map(row => row.purpose))).toEqual(new Set(['study', 'gold']))
  const categories = (name: string) => [...new Set(rowsOf(`data/${name}.csv`).map(row => row.category))].sort()
  expect(categories('items')).toEqual(['Code', 'Math'])
  for (const name of ['ratings', 'judgments', 'responses']) expect(categories(name), name).toEqual(['Code', 'Math'])
})

test('items that belong together are told in data, text and script', async () => {
  const access = await makeJudged('clustered')
  for (const [name, externalIds] of [
    ['a', ['q0', 'q1']],
    ['b', ['q2', 'q4']],
  ] as const)
    await db.item.updateMany({
      where: { studyId: access.studyId, externalId: { in: [...externalIds] } },
      data: { metadata: { document: name } },
    })
  const files = unzipSync(await bundleOf(access))
  const items = parse(textOf(files, 'data/items.csv'), { columns: true }) as unknown as Record<string, string>[]
  expect(items.slice(0, 4).map(row => row.cluster)).toEqual(['a', 'a', 'b', ''])
  expect(textOf(files, 'METHODS.md')).toContain('cluster-robust standard errors (CR1)')
})

test('two bundles of the same data are the same, byte by byte, also where every id is another', async () => {
  const first = await makeJudged('same')
  const bytes = await bundleOf(first)
  expect((await bundleOf(first)).equals(bytes)).toBe(true)
  await db.study.update({ where: { id: first.studyId }, data: { slug: 'gone' } })
  const second = await makeJudged('same')
  const [files, others] = [unzipSync(bytes), unzipSync(await bundleOf(second))]
  expect(Object.keys(others)).toEqual(Object.keys(files))
  for (const name of Object.keys(files))
    expect(Buffer.from(others[name] ?? '').equals(Buffer.from(files[name] ?? '')), name).toBe(true)
  expect((await bundleOf(second)).equals(bytes)).toBe(true)
})

test('a study that is blind has no bundle, and a card that names no model', async () => {
  const access = { ...(await makeJudged('blind')), sealed: true } as Awaited<ReturnType<typeof makeJudged>>
  await expect(makeExportFile(access, { kind: 'bundle', format: 'zip' })).rejects.toMatchObject({ code: 'blinded' })
  const card = (await makeExportFile(access, { kind: 'dataset-card', format: 'md' })).bytes.toString()
  expect(card).toContain('3 models')
  expect(card).not.toMatch(/甲|Beta|Gamma/)
})
