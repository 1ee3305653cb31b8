import { at, figureFrame, figureWidth, inks, labelWidth } from './figure-frame'

const span = figureWidth - labelWidth - 64

export interface MeanRow {
  name: string
  mean: number
  /** As displayed. */
  display: string
  interval: { lower: number; upper: number } | null
}

/** Means as points on the whole scale, with their 95 % intervals. */
export function meanFigure(
  title: string,
  rows: readonly MeanRow[],
  { min, max }: { min: number; max: number },
): string {
  const x = (value: number) => labelWidth + ((Math.min(max, Math.max(min, value)) - min) / (max - min)) * span
  const marks = Array.from({ length: 6 }, (_, index) => min + ((max - min) * index) / 5)
  return figureFrame(
    title,
    rows.map(({ name, display }) => `${name}: ${display}`).join('; '),
    rows.map(({ name, mean, display, interval }) => ({
      label: name,
      body: [
        `<line x1="${labelWidth}" x2="${labelWidth + span}" y1="0" y2="0" stroke="${inks.grey}"/>`,
        interval
          ? `<line x1="${at(x(interval.lower))}" x2="${at(x(interval.upper))}" y1="0" y2="0" stroke="${inks.blue}" stroke-width="4"/>`
          : '',
        `<circle cx="${at(x(mean))}" cy="0" r="5" fill="${inks.blue}" stroke="#ffffff"/>`,
        `<text x="${figureWidth - 12}" dy="0.35em" text-anchor="end">${display}</text>`,
      ].join(''),
    })),
    marks
      .map(
        mark => `<text x="${at(x(mark))}" y="16" text-anchor="middle">${String(Math.round(mark * 100) / 100)}</text>`,
      )
      .join(''),
  )
}
