import type { Series } from './chart-data'

/** Every look that there is, `null` last. */
export const allSeries = [1, 2, 3, 4, 5, 6, null] as const satisfies readonly Series[]

/** The id of a look's pattern in a figure. */
export const patternId = (figure: string, series: Series): string => `${figure}-series-${series ?? 'none'}`

/** The paint of a series in a figure. */
export const seriesFill = (figure: string, series: Series): string => `url(#${patternId(figure, series)})`

/** The colour alone, for lines and points. */
export const seriesColour = (series: Series): string =>
  series === null ? 'var(--muted-foreground)' : `var(--series-${series})`
