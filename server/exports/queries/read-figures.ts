import 'server-only'
import type { StudyAccess } from '../../people/access'
import { comparedCriteria } from '../../results/compared-criteria'
import type { ResultFilter } from '../../results/filter'
import { getComparisons } from '../../results/queries/get-comparisons'
import { getScores } from '../../results/queries/get-scores'
import { responseScales } from '../../results/response-scales'
import { getProtocol } from '../../studies/queries'
import { meanFigure } from '../bundle/mean-figure'
import { outcomeFigure } from '../bundle/outcome-figure'

export interface Figure {
  /** Without an ending. */
  name: string
  about: string
  svg: string
}

/** Charts of a study for print. @throws blinded, invalid */
export async function readFigures(access: StudyAccess, filter: ResultFilter): Promise<Figure[]> {
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const figures: Figure[] = []
  for (const { id, label } of responseScales(protocol)) {
    const { tables, scale } = await getScores(access, { criterion: id, filter })
    const rows = (tables.find(table => table.language === null)?.rows ?? []).flatMap(({ model, overall }) =>
      overall.mean === null
        ? []
        : [{ name: model.name, mean: Number(overall.mean), display: overall.display, interval: overall.interval }],
    )
    const about = `mean scores with 95 % intervals: ${label}`
    if (rows.length > 0)
      figures.push({ name: `scores-${id}`, about, svg: meanFigure(`Mean scores: ${label}`, rows, scale) })
  }
  for (const { id, label } of comparedCriteria(protocol)) {
    const { rows } = await getComparisons(access, { criterion: id, filter })
    const about = `win, tie and loss against all others: ${label}`
    if (rows.some(row => row.total.n > 0))
      figures.push({ name: `outcomes-${id}`, about, svg: outcomeFigure(rows, label) })
  }
  return figures
}
