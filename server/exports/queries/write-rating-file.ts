import 'server-only'
import type { StudyAccess } from '../../people/access'
import { csvLines } from '../csv-lines'
import { ratingCells, ratingHeader, ratingObject } from '../rating-row'
import type { RatingsOptions } from '../schema'
import { writeRatings } from './write-ratings'

/** Writes every rating as the text of a CSV or JSON lines file, piece by piece. @throws blinded, before the first piece */
export async function writeRatingFile(
  access: StudyAccess,
  options: RatingsOptions,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const isCsv = options.format === 'csv'
  let isFirst = isCsv
  const header = async () => {
    if (isFirst) await write(csvLines([[...ratingHeader]]))
    isFirst = false
  }
  await writeRatings(access, options, async ({ study, criteria, rows }) => {
    await header()
    await write(
      isCsv
        ? csvLines(rows.map(row => ratingCells(study, row, criteria)))
        : rows.map(row => `${JSON.stringify(ratingObject(study, row, criteria))}\n`).join(''),
    )
  })
  await header()
}
