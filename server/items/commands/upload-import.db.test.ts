import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeStudy } from '@/prisma/builders/make-study'
import { startJobRunner } from '../../jobs/adapters/job-runner'
import { requireOperatorStudy } from '../../people/queries'
import { db, disconnect } from '../../platform/db'
import { itemJobs } from '../jobs'
import { getImport, listProblems } from '../queries/imports'
import { getItem, listItems } from '../queries/items'
import { getModels } from '../queries/models'
import { importOptionsSchema } from '../schema'
import { checkImport, runImport } from './advance-import'
import { cancelImport, recheckImport, startImport } from './decide-import'
import { undoImport } from './undo-import'
import { createImport, finishUpload, getReceivedBytes, receiveChunk } from './upload-import'

const dataDir = mkdtempSync(path.join(tmpdir(), 'uploads-'))
beforeAll(() => {
  process.env.ASSAY_DATA_DIR = dataDir
})
afterAll(async () => {
  await disconnect()
  rmSync(dataDir, { recursive: true })
})

const run = { attempt: 1, isLast: false }
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const piece = (bytes: Uint8Array, offset: number, length: number) => {
  const cut = bytes.subarray(offset, offset + length)
  return { offset, bytes: cut, sha256: digest(cut) }
}

async function makeDraft() {
  const { studyId } = await makeStudy({ items: [], models: [], open: false })
  return requireOperatorStudy(studyId)
}
type Study = Awaited<ReturnType<typeof makeDraft>>

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `i${index}`,
      language: index % 2 ? 'en' : 'ar',
      category: 'odd category',
      prompt: `Prompt ${index}`,
      responses: ['alpha', 'beta'].map(model => ({ model, text: `${model} ${index}` })),
    }),
  ).join('\n')

async function upload(study: Study, text: string) {
  const bytes = new TextEncoder().encode(text)
  const options = importOptionsSchema.parse({})
  const { importId } = await createImport(study, { fileName: 'items.jsonl', byteSize: bytes.length, options })
  await receiveChunk(study, importId, piece(bytes, 0, bytes.length))
  await finishUpload(study, importId)
  return importId
}

describe('an upload', () => {
  test('arrives in pieces, goes on where it broke off, and refuses damaged pieces', async () => {
    const study = await makeDraft()
    const bytes = new TextEncoder().encode(lines(20))
    const options = importOptionsSchema.parse({})
    const { importId } = await createImport(study, { fileName: 'items.jsonl', byteSize: bytes.length, options })
    expect(await receiveChunk(study, importId, piece(bytes, 0, 500))).toBe(500)
    await expect(
      receiveChunk(study, importId, { ...piece(bytes, 500, 500), sha256: digest(bytes) }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(finishUpload(study, importId)).rejects.toMatchObject({ code: 'conflict' })
    // Sent twice, and one from further on: only what follows is taken.
    expect(await receiveChunk(study, importId, piece(bytes, 0, 500))).toBe(500)
    expect(await receiveChunk(study, importId, piece(bytes, 900, 100))).toBe(500)
    expect(await getReceivedBytes(study, importId)).toBe(500)
    await receiveChunk(study, importId, piece(bytes, 500, bytes.length))
    await finishUpload(study, importId)
    await finishUpload(study, importId)
    await expect(receiveChunk(study, importId, piece(bytes, 0, 1))).rejects.toMatchObject({ code: 'conflict' })
    await checkImport(importId, run)
    const row = await db.import.findUniqueOrThrow({ where: { id: importId } })
    expect([row.state, row.sha256]).toEqual(['CHECKED', digest(bytes)])
    const stranger = await makeDraft()
    await expect(getImport(stranger, importId)).rejects.toMatchObject({ code: 'not_found' })
    await expect(getReceivedBytes(stranger, importId)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('an import', () => {
  test('is checked, mapped, checked again, imported, and taken back', async () => {
    const study = await makeDraft()
    const importId = await upload(study, lines(6))
    await checkImport(importId, run)
    const checked = await getImport(study, importId)
    expect(checked).toMatchObject({ state: 'CHECKED', summary: { problems: { errors: 6 } } })
    expect((await listProblems(study, importId, { severity: 'error', search: 'odd' }, 0)).count).toBe(6)
    await expect(startImport(study, importId, false)).rejects.toMatchObject({ code: 'invalid' })

    await recheckImport(study, importId, {
      ...checked.options,
      categories: { 'odd category': { action: 'map', code: 'logic' } },
    })
    await checkImport(importId, run)
    await startImport(study, importId, false)
    await runImport(importId, run)
    await runImport(importId, run)
    expect(await getImport(study, importId)).toMatchObject({ state: 'DONE', summary: { items: { new: 6 } } })

    const listed = await listItems(study, {
      search: 'Prompt',
      language: 'ar',
      category: 'logic',
      missing: false,
      page: 0,
    })
    expect([listed.count, listed.items[0]?.prompt, listed.items[0]?.responses]).toEqual([3, 'Prompt 0', 2])
    expect((await listItems(study, { missing: true, page: 0 })).count).toBe(0)

    expect(await undoImport(study, importId)).toEqual({ items: 6, responses: 0 })
    expect(await getImport(study, importId)).toMatchObject({ state: 'CANCELLED', takenBack: true })
    expect(await db.model.count({ where: { studyId: study.studyId } })).toBe(0)
    const actions = await db.auditEntry.findMany({ where: { studyId: study.studyId }, orderBy: { seq: 'asc' } })
    expect(actions.map(entry => entry.action)).toEqual(['items.imported', 'items.import_undone'])
  })

  test('taking responses back gives those that shared their slot another representative', async () => {
    const study = await makeDraft()
    const item = JSON.stringify({ id: 'a', language: 'en', prompt: 'p', responses: [{ model: 'alpha', text: 'same' }] })
    const later = (model: string) => JSON.stringify({ id: 'a', model, text: ' same ' })
    const [first, second] = [
      await upload(study, `${item}\n`),
      await upload(study, `${later('beta')}\n${later('gamma')}\n`),
    ]
    for (const importId of [first, second]) {
      await checkImport(importId, run)
      await startImport(study, importId, true)
      await runImport(importId, run)
    }
    const before = await db.response.findMany({ where: { item: { studyId: study.studyId } } })
    expect(new Set(before.map(response => response.representativeId)).size).toBe(1)
    await undoImport(study, second)
    const after = await db.response.findMany({ where: { item: { studyId: study.studyId } } })
    expect(after.map(response => response.id === response.representativeId)).toEqual([true])
  })

  test('cancelled at any moment leaves nothing', async () => {
    const study = await makeDraft()
    const importId = await upload(study, lines(6).replaceAll('odd category', 'logic'))
    await checkImport(importId, run)
    await startImport(study, importId, false)
    await cancelImport(study, importId)
    await runImport(importId, run)
    expect(await db.item.count({ where: { studyId: study.studyId } })).toBe(0)
    expect((await getImport(study, importId)).state).toBe('CANCELLED')
    await expect(cancelImport(study, importId)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('of a study that was closed meanwhile fails with the reason', async () => {
    const study = await makeDraft()
    const importId = await upload(study, lines(2).replaceAll('odd category', 'logic'))
    await db.study.update({ where: { id: study.studyId }, data: { state: 'CLOSED' } })
    await checkImport(importId, run)
    expect(await getImport(study, importId)).toMatchObject({
      state: 'FAILED',
      failure: expect.stringContaining('closed'),
    })
  })
})

test('while the study is sealed nothing tells which response is of which model', async () => {
  const study = await makeDraft()
  const importId = await upload(
    study,
    lines(8).replaceAll('odd category', 'logic').replaceAll('{"id"', '{"winner":"alpha","id"'),
  )
  await checkImport(importId, run)
  await startImport(study, importId, false)
  await runImport(importId, run)
  const models = await getModels(study)
  expect(models.models).toMatchObject([
    {
      name: 'alpha',
      codeName: null,
      responses: 8,
      byLanguage: [
        { language: 'ar', items: 4 },
        { language: 'en', items: 4 },
      ],
    },
    { name: 'beta', codeName: null, notOk: null },
  ])
  const { items } = await listItems(study, { missing: false, page: 0 })
  const views = await Promise.all(items.map(item => getItem(study, item.id)))
  expect(views.map(view => view.responses.map(response => response.label))).toEqual(views.map(() => ['A', 'B']))
  expect(views.map(view => view.metadata)).toEqual(views.map(() => ({})))
  const open = { ...study, sealed: false }
  expect((await getItem(open, views[0]?.id ?? '')).metadata).toEqual({ winner: 'alpha' })
  expect((await getItem(open, views[0]?.id ?? '')).responses.map(response => response.label)).toEqual(['alpha', 'beta'])
})

test('the worker takes jobs, also those of a worker that died', async () => {
  const study = await makeDraft()
  const importId = await upload(study, lines(4).replaceAll('odd category', 'logic'))
  // What a killed process leaves behind: a locked job of a worker whose advisory lock nobody holds.
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'assay-4711-1', locked_at = now(), attempts = 1`
  const runner = await startJobRunner(itemJobs, 2)
  await expect.poll(async () => (await getImport(study, importId)).state, { timeout: 15_000 }).toBe('CHECKED')
  await startImport(study, importId, false)
  await expect.poll(async () => (await getImport(study, importId)).state, { timeout: 15_000 }).toBe('DONE')
  await runner.stop()
})
