// Charts as SVG, drawn without a browser: for print, on white.

export const figureWidth = 640
export const rowHeight = 30
export const labelWidth = 180
const top = 44
const foot = 48

// Okabe and Ito's colours, which colour-blind people tell apart.
export const inks = { blue: '#0072b2', grey: '#bbbbbb', orange: '#d55e00', text: '#1a1a1a', line: '#666666' } as const

/** Any text as XML. */
export const xml = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n]/gu, ' ').replace(/[&<>"']/g, found => `&#${found.charCodeAt(0)};`)

const shortened = (text: string) => ([...text].length > 24 ? `${[...text].slice(0, 23).join('')}…` : text)

/** Digits that are the same in every bundle. */
export const at = (value: number): string => value.toFixed(2)

interface FigureRow {
  label: string
  /** SVG, drawn in a row whose middle is at y = 0. */
  body: string
}

/** One row per model, its name to the left. `axis`: SVG below the rows, from y = 0 down. */
export function figureFrame(title: string, description: string, rows: readonly FigureRow[], axis: string): string {
  const height = top + rows.length * rowHeight + foot
  const body = rows.map(
    ({ label, body }, index) =>
      `<g transform="translate(0 ${top + index * rowHeight + rowHeight / 2})"><text x="${labelWidth - 10}" dy="0.35em" text-anchor="end">${xml(shortened(label))}</text>${body}</g>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${figureWidth}" height="${height}" viewBox="0 0 ${figureWidth} ${height}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="13" fill="${inks.text}">`,
    `<title>${xml(title)}</title>`,
    `<desc>${xml(description)}</desc>`,
    `<rect width="${figureWidth}" height="${height}" fill="#ffffff"/>`,
    `<text x="${labelWidth}" y="24" font-weight="bold">${xml(title)}</text>`,
    ...body,
    `<g transform="translate(0 ${top + rows.length * rowHeight})" fill="${inks.line}" font-size="11">${axis}</g>`,
    '</svg>',
    '',
  ].join('\n')
}
