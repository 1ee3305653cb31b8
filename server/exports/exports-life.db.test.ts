import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StudyAccess } from '../people/access'
import { db, disconnect } from '../platform/db'
import { importJudgments } from '../results/commands/import-judgments'
import { makeDraftStudy, makeReadable } from '../results/make-draft-study'
import { cancelExport, deleteExport, discardExports } from './commands/end-export'
import { makeExport } from './commands/make-export'
import { requestExport } from './commands/request-export'
import { getExport, listExports } from './queries/list-exports'
import { openExportFile } from './queries/open-export-file'

const dataDir = mkdtempSync(path.join(tmpdir(), 'exports-'))
const blobs = path.join(dataDir, 'blobs')
const run = { attempt: 1, isLast: false }

let study: StudyAccess
beforeAll(async () => {
  process.env.ASSAY_DATA_DIR = dataDir
  const draft = await makeDraftStudy()
  const lines = Array.from({ length: 40 }, (_, at) => `q${at % 20},Ann,${at < 20 ? 'X' : 'Y'},${at % 11}`)
  const options = { fileName: 's.csv', format: 'csv', createMissing: true, language: 'en' } as const
  await importJudgments(draft, `item,annotator,model,score\n${lines.join('\n')}\n`, options)
  study = await makeReadable(draft)
})
afterAll(async () => {
  await disconnect()
  rmSync(dataDir, { recursive: true })
})

async function bytesOf(id: string, range: { first: number; last: number } | null = null) {
  const pieces: Uint8Array[] = []
  for await (const piece of (await openExportFile(study, id)).read(range)) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('a file is asked for once, made, and read whole or in parts', async () => {
  const request = { kind: 'ratings', format: 'csv' } as const
  const first = await requestExport(study, request)
  expect(first.isNew).toBe(true)
  // The same request in other words.
  const again = await requestExport(study, {
    ...request,
    options: { annotators: 'pseudonym' },
    filter: { languages: [] },
  })
  expect(again).toEqual({ exportId: first.exportId, isNew: false })
  expect(await openExportFile(study, first.exportId).catch(error => error.code)).toBe('conflict')

  await makeExport(first.exportId, run)
  const made = await getExport(study, first.exportId)
  const bytes = await bytesOf(first.exportId)
  expect(made).toMatchObject({
    state: 'READY',
    fileName: `${study.slug}-ratings.csv`,
    rowsDone: 40,
    rowsTotal: 40,
    byteSize: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  expect(bytes.toString().trim().split('\n')).toHaveLength(41)
  const cut = 1000
  const parts = [await bytesOf(first.exportId, { first: 0, last: cut - 1 })]
  parts.push(await bytesOf(first.exportId, { first: cut, last: bytes.length - 1 }))
  expect(Buffer.concat(parts).equals(bytes)).toBe(true)

  // Once it is ready, the same request is a new file.
  const second = await requestExport(study, request)
  expect(second.isNew).toBe(true)
  await makeExport(second.exportId, run)
  expect((await getExport(study, second.exportId)).sha256).toBe(made.sha256)
  const trail = await db.auditEntry.findMany({ where: { studyId: study.studyId, action: 'export.requested' } })
  expect(trail).toHaveLength(2)
})

test('a worker that died leaves nothing behind, and the next one makes the same file', async () => {
  const { exportId } = await requestExport(study, { kind: 'ratings', format: 'jsonl' })
  // As the dead one left it: running, with a part of a file.
  await db.export.update({ where: { id: exportId }, data: { state: 'RUNNING', rowsDone: 7 } })
  const part = `export-${exportId}.0123456789ab.part`
  writeFileSync(path.join(blobs, part), 'half')
  await makeExport(exportId, run)
  const { sha256 } = await getExport(study, exportId)
  const other = await requestExport(study, { kind: 'ratings', format: 'jsonl' })
  await makeExport(other.exportId, run)
  expect((await getExport(study, other.exportId)).sha256).toBe(sha256)
  // Run once more for nothing: it is ready.
  await makeExport(other.exportId, { attempt: 2, isLast: false })
  expect(readdirSync(blobs).filter(name => name.endsWith('.part'))).toEqual([part])
})

test('cancelled, deleted and expired ones have no file', async () => {
  const cancelled = await requestExport(study, { kind: 'table:scores', format: 'latex' })
  await cancelExport(study, cancelled.exportId)
  await makeExport(cancelled.exportId, run)
  expect((await getExport(study, cancelled.exportId)).state).toBe('CANCELLED')
  await expect(cancelExport(study, cancelled.exportId)).rejects.toMatchObject({ code: 'conflict' })

  const { exportId } = await requestExport(study, { kind: 'table:scores', format: 'latex' })
  await expect(deleteExport(study, exportId)).rejects.toMatchObject({ code: 'conflict' })
  await makeExport(exportId, run)
  expect(readdirSync(blobs)).toContain(`export-${exportId}`)
  await db.export.update({ where: { id: exportId }, data: { expiresAt: new Date(0) } })
  await expect(openExportFile(study, exportId)).rejects.toMatchObject({ code: 'unavailable' })
  await discardExports()
  expect((await getExport(study, exportId)).state).toBe('EXPIRED')
  expect(readdirSync(blobs)).not.toContain(`export-${exportId}`)
  await deleteExport(study, exportId)
  expect((await listExports(study)).map(one => one.id)).not.toContain(exportId)
})

test('a study that is blind gives out nothing by model, also not what was made before', async () => {
  const { exportId } = await requestExport(study, { kind: 'table:scores', format: 'csv' })
  const queued = await requestExport(study, { kind: 'table:scores', format: 'md' })
  await makeExport(exportId, run)
  await db.study.update({ where: { id: study.studyId }, data: { unblindedAt: null } })
  const blind = { ...study, sealed: true } as StudyAccess
  await expect(openExportFile(blind, exportId)).rejects.toMatchObject({ code: 'blinded' })
  await expect(requestExport(blind, { kind: 'ratings', format: 'csv' })).rejects.toMatchObject({ code: 'blinded' })
  await makeExport(queued.exportId, run)
  expect(await getExport(blind, queued.exportId)).toMatchObject({
    state: 'FAILED',
    failure: expect.stringContaining('blind'),
  })
  await db.study.update({ where: { id: study.studyId }, data: { unblindedAt: new Date(0) } })
})

test('what cannot be written is refused before it is queued', async () => {
  const refusals = [
    { kind: 'bundle', format: 'csv' },
    { kind: 'table:scores', format: 'parquet' },
    { kind: 'ratings', format: 'csv', options: { criterion: 'no-such' } },
  ] as const
  for (const request of refusals) await expect(requestExport(study, request)).rejects.toMatchObject({ code: 'invalid' })
  const elsewhere = { judgments: 'original' as const, languages: ['xx'], without: [] }
  await expect(requestExport(study, { kind: 'items', format: 'csv', filter: elsewhere })).rejects.toMatchObject({
    code: 'invalid',
    detail: { parameter: 'language', unknown: ['xx'] },
  })
  for (const kind of ['table:penalties', 'table:rubric', 'table:after-reference'] as const)
    await expect(requestExport(study, { kind, format: 'csv' })).rejects.toMatchObject({ code: 'not_found' })
})
