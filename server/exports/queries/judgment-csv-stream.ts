import 'server-only'
import type { StudyAccess } from '../../people/access'
import { logger } from '../../platform/logger'
import { csvLines } from '../csv-lines'
import { judgmentCells, judgmentHeader } from '../judgment-csv'
import type { AnnotatorNaming } from '../schema'
import { writeJudgments } from './write-judgments'

/**
 * The judgments as the bytes of a CSV file, read as fast as they are taken. A failure on the way breaks the stream off,
 * so that no half file looks whole.
 */
export function judgmentCsvStream(access: StudyAccess, naming: AnnotatorNaming): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const write = async (rows: string[][]) => writer.write(encoder.encode(csvLines(rows)))
  const all = async () => {
    await write([judgmentHeader])
    await writeJudgments(access, naming, page =>
      write(page.rows.map(row => judgmentCells(page.study, row, page.scale))),
    )
    await writer.close()
  }
  all().catch(async (error: unknown) => {
    logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'an export broke off')
    await writer.abort(error).catch(() => undefined)
  })
  return readable
}
