import type { Series } from './chart-data'
import { allSeries, patternId, seriesColour } from './series-fill'

/** Lines that are cut out of a look's colour, on a tile of eight by eight; the first look is plain. */
const cuts: Record<`${Series}`, string | null> = {
  1: null,
  2: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  3: 'M0 2h8M0 6h8',
  4: 'M2 0v8M6 0v8',
  5: 'M-2 6l4 4M0 0l8 8M6-2l4 4',
  6: 'M0 4h8M4 0v8',
  null: null,
}

/** The paints of all series of a figure: colours with patterns, so that nothing is told by colour alone. */
export function SeriesPatterns({ figure }: { figure: string }) {
  return (
    <defs>
      {allSeries.map(series => (
        <pattern key={String(series)} id={patternId(figure, series)} width={8} height={8} patternUnits="userSpaceOnUse">
          <rect width={8} height={8} fill={series === null ? 'var(--input)' : seriesColour(series)} />
          <path d={cuts[`${series}`] ?? ''} fill="none" stroke="var(--card)" strokeWidth={1.25} />
        </pattern>
      ))}
    </defs>
  )
}
