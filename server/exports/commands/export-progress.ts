import 'server-only'
import { now } from '../../platform/clock'
import { sql } from '../../platform/db'
import { shutdown } from '../../platform/shutdown'
import type { ExportProgress } from '../request/export-output'

/** Somebody cancelled it, or another worker ended it. */
export class ExportStopped extends Error {}

const everyMs = 500

/**
 * Keeps how far an export has come, twice a second at most. What it gives throws once the export was stopped, or this
 * process has been told to.
 */
export function progressOf(exportId: string): ExportProgress & { rows: () => number } {
  let writtenMs = 0
  let done = 0
  let total: number | null = null
  const report = async () => {
    shutdown.throwIfAborted()
    const nowMs = now().getTime()
    if (nowMs - writtenMs < everyMs) return
    writtenMs = nowMs
    const still = await sql<{ id: string }>(
      'export_progress',
      `UPDATE exports SET rows_done = $2, rows_total = $3 WHERE id = $1 AND state = 'RUNNING' RETURNING id`,
      [exportId, done, total],
    )
    if (still.length === 0) throw new ExportStopped()
  }
  return {
    expect: async rows => {
      total = (total ?? 0) + rows
      await report()
    },
    advance: async rows => {
      done += rows
      await report()
    },
    rows: () => done,
  }
}
