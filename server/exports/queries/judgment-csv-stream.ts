import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { ResultFilter } from '../../results/filter'
import { csvLines } from '../csv-lines'
import { judgmentCells, judgmentHeader } from '../judgment-csv'
import type { AnnotatorNaming } from '../schema'
import { streamText } from './stream-text'
import { writeJudgments } from './write-judgments'

/** The judgments as the bytes of a CSV file, read as fast as they are taken. */
export const judgmentCsvStream = (
  access: StudyAccess,
  naming: AnnotatorNaming,
  filter: ResultFilter,
): ReadableStream<Uint8Array> =>
  streamText(async write => {
    await write(csvLines([judgmentHeader]))
    await writeJudgments(
      access,
      naming,
      page => write(csvLines(page.rows.map(row => judgmentCells(page.study, row, page.scale)))),
      filter,
    )
  })
