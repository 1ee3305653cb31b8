import { createReadStream, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeStudy } from '@/prisma/builders/make-study'
import { requireOperatorStudy } from '../../people/queries'
import { db, disconnect } from '../../platform/db'
import { duplicateStudy } from '../../studies/commands/duplicate-study'
import { findItem, getItemFacets, listItems } from '../queries/items'
import { importFile } from './import-file'
import { undoImport } from './undo-import'

afterAll(disconnect)

async function makeDraft() {
  const { studyId } = await makeStudy({ items: [], models: [], open: false, protocol: { completeBlocks: false } })
  return requireOperatorStudy(studyId)
}
type Study = Awaited<ReturnType<typeof makeDraft>>

const importLines = (study: Study, ...lines: object[]) => {
  const bytes = new TextEncoder().encode(lines.map(line => `${JSON.stringify(line)}\n`).join(''))
  return importFile({
    study,
    source: {
      fileName: 'a.jsonl',
      byteSize: bytes.length,
      read: async function* () {
        yield bytes
      },
    },
  })
}

const responses = [
  { model: 'alpha', text: 'one' },
  { model: 'beta', text: 'two' },
]
const rich = {
  id: 'rich',
  language: 'zh',
  source_language: 'en',
  prompt: 'p',
  context: 'tab\there',
  purpose: 'gold',
  expected: [{ criterion: 'overall', better: 'alpha', worse: 'beta', atLeast: 2 }],
  explanation: 'why',
  rubric: [{ id: 'a', text: 'One.', maximum: 2 }],
  pairs: ['alpha', 'beta'],
  responses,
}
const plain = { id: 'plain', language: 'en', prompt: 'q', responses }

const rubricsOf = ({ studyId }: Study) =>
  db.rubric.findMany({
    where: { item: { studyId } },
    orderBy: [{ itemId: 'asc' }, { version: 'asc' }],
    select: { version: true, points: true },
  })

describe('an item with everything', () => {
  test('is stored, listed, shown, counted, copied and taken back', async () => {
    const study = await makeDraft()
    const result = await importLines(study, plain, rich)
    expect(result.summary.extras).toEqual({
      purposes: { GOLD: 1 },
      expected: 1,
      contexts: 1,
      translations: 1,
      pairs: 1,
      rubrics: { new: 1, changed: 0 },
    })
    const listed = await listItems(study, { purpose: 'GOLD', missing: false, page: 0 })
    expect(listed.items).toMatchObject([{ externalId: 'rich', purpose: 'GOLD', sourceLanguage: 'en', hasRubric: true }])
    expect((await getItemFacets(study)).purposes).toEqual([
      { purpose: 'STUDY', count: 1 },
      { purpose: 'GOLD', count: 1 },
    ])
    const id = listed.items[0]?.id ?? ''
    const open = await findItem({ ...study, sealed: false }, id)
    expect(open).toMatchObject({
      context: 'tab\there',
      explanation: 'why',
      expected: [{ criterion: 'overall', better: { model: 'alpha', sample: 0 }, atLeast: 2 }],
      pairs: ['alpha – beta'],
      rubric: { version: 1, points: [{ id: 'a', maximum: 2, grading: 'points' }] },
    })
    expect(await findItem({ ...study, sealed: true }, id)).toMatchObject({
      expected: null,
      expectedCount: 1,
      pairs: [],
      pairCount: 1,
    })
    const copy = await requireOperatorStudy(
      (await duplicateStudy(study, { name: 'A copy of it all', withItems: true, withPeople: false })).id,
    )
    expect(await rubricsOf(copy)).toEqual(await rubricsOf(study))
    const columns = {
      purpose: true,
      expected: true,
      explanation: true,
      context: true,
      sourceLanguage: true,
      pairs: true,
    } as const
    const stored = ({ studyId }: Study) =>
      db.item.findMany({ where: { studyId }, orderBy: { position: 'asc' }, select: columns })
    expect(await stored(copy)).toEqual(await stored(study))
    await undoImport(study, result.importId ?? '')
    expect(await rubricsOf(study)).toEqual([])
  })

  test('again changes nothing; another context is another item', async () => {
    const study = await makeDraft()
    await importLines(study, rich)
    expect((await importLines(study, rich)).summary).toMatchObject({ items: { new: 0, unchanged: 1 } })
    const other = await importLines(study, { ...rich, context: 'elsewhere' })
    expect(other.problems).toMatchObject([{ code: 'conflict_with_study' }])
  })
})

describe('another rubric', () => {
  const changed = { ...rich, rubric: ['Quite another.'] }

  test('takes the place of the first in a draft, and is refused when the study has begun', async () => {
    const study = await makeDraft()
    await importLines(study, rich)
    const { summary } = await importLines(study, changed)
    expect(summary).toMatchObject({ items: { new: 0, unchanged: 1 }, extras: { rubrics: { new: 0, changed: 1 } } })
    expect(await rubricsOf(study)).toMatchObject([{ version: 1, points: [{ text: 'Quite another.' }] }])
    await db.study.update({ where: { id: study.studyId }, data: { state: 'OPEN', openedAt: new Date(0) } })
    const open = await requireOperatorStudy(study.studyId)
    expect((await importLines(open, rich)).problems).toMatchObject([{ code: 'rubric_settled', field: 'rubric' }])
    expect((await importLines(open, changed)).summary.problems.errors).toBe(0)
  })

  test('in the same file is a contradiction', async () => {
    const result = await importLines(await makeDraft(), rich, changed)
    expect(result.problems).toMatchObject([{ line: 2, code: 'duplicate_id' }])
  })
})

// Published files that are not part of this repository. ASSAY_REFERENCE_DIR names a folder with data/.
const folder = path.join(process.env.ASSAY_REFERENCE_DIR ?? '', 'data')
const isThere = existsSync(path.join(folder, 'translation'))
if (!isThere) console.info('skipped: ASSAY_REFERENCE_DIR names no folder with data/translation')

describe.skipIf(!isThere)('files as they are published', () => {
  const importReference = async (name: string, goodLinesOnly = false) => {
    const file = path.join(folder, name)
    const study = await makeDraft()
    const source = { fileName: name, byteSize: statSync(file).size, read: () => createReadStream(file) }
    return { study, result: await importFile({ study, source, options: { goodLinesOnly } }) }
  }

  test('translations with spans and scores beside them', async () => {
    const { study, result } = await importReference('translation/wmt24-en-zh-esa.jsonl')
    expect(result.status).toBe('imported')
    expect(result.summary).toMatchObject({
      items: { new: 202 },
      responses: { new: 808 },
      extras: { translations: 202 },
    })
    expect(result.problems).toMatchObject([{ code: 'judgments_beside', line: 1, severity: 'warning' }])
    const { items } = await listItems(study, { missing: false, page: 0 })
    expect(items[0]).toMatchObject({ sourceLanguage: 'en', language: 'zh', responses: 4, hasReference: true })
  })

  test('weighted criteria as rubrics', async () => {
    const { study, result } = await importReference('rubric/scholarqa-cs-40x4-weighted-rubrics.jsonl')
    expect(result.summary).toMatchObject({ items: { new: 40 }, extras: { rubrics: { new: 40 } } })
    const rubrics = await rubricsOf(study)
    expect(rubrics.map(({ points }) => (points as { weight: number }[]).every(point => point.weight > 0))).toEqual(
      rubrics.map(() => true),
    )
  })

  test('pairs with votes, and dialogues', async () => {
    // Some of the models said nothing at all, which a file has to say is so.
    const { result } = await importReference('pairwise/pandalm-texts.jsonl', true)
    expect(result.summary).toMatchObject({ items: { new: 945 }, responses: { new: 1890 }, badLines: 54 })
    const dialogues = await importReference('rubric/llm-rubric-223-dialogues-human.jsonl')
    expect(dialogues.result.summary).toMatchObject({ items: { new: 223 } })
  })
})

describe('what only the whole file tells', () => {
  const warnings = async (study: Study, ...lines: object[]) => {
    const { status, problems } = await importLines(study, ...lines)
    const found = problems.filter(({ code }) => code === 'unknown_pair_member' || code === 'missing_source_language')
    return [status, ...found.map(({ line, severity, field, value }) => `${line} ${severity} ${field} ${value}`.trim())]
  }
  const item = { language: 'en', prompt: 'p' }

  test('a pair that names what the item has no response of is said, with its line', async () => {
    const pairs = [
      ['alpha', 'gamma'],
      ['alpha', { model: 'beta', sample: 1 }],
      ['alpha', 'gamma2'],
    ]
    expect(
      await warnings(
        await makeDraft(),
        { ...item, id: 'a', pairs, responses },
        // Its responses stand below.
        { ...item, id: 'b', pairs: ['alpha', 'beta'] },
        { id: 'a', model: 'gamma', text: 'three' },
        { id: 'b', model: 'alpha', text: 'one' },
        { id: 'b', model: 'beta', text: 'two' },
        // Responses may come with another file.
        { ...item, id: 'c', pairs: ['alpha', 'beta'] },
      ),
    ).toEqual(['imported', '1 warning pairs beta, sample 1', '1 warning pairs gamma2'])
  })

  test('an item without a source language is said where others have one, or the study is of translations', async () => {
    const source = { id: 's', source_language: 'de', language: 'en', prompt: 'p', responses }
    expect(await warnings(await makeDraft(), plain)).toEqual(['imported'])
    expect(await warnings(await makeDraft(), plain, source)).toEqual(['imported', '1 warning source_language'])
    const study = await makeDraft()
    expect(await warnings(study, source)).toEqual(['imported'])
    expect(await warnings(study, plain)).toEqual(['imported', '1 warning source_language'])
    const translation = await makeDraft()
    await db.study.update({ where: { id: translation.studyId }, data: { preset: 'translation' } })
    expect(await warnings(translation, plain)).toEqual(['imported', '1 warning source_language'])
  })
})
