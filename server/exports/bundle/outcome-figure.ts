import type { HeadToHead } from '../../results/head-to-head'
import { at, figureFrame, figureWidth, inks, labelWidth } from './figure-frame'

const span = figureWidth - labelWidth - 24

/** Win, tie and loss of each model against all others together, as bars of 100 %; with the figures in them. */
export function outcomeFigure(rows: HeadToHead['rows'], of: string): string {
  const shown = rows.filter(({ total }) => total.n > 0 && total.percentages !== null)
  return figureFrame(
    `Win, tie and loss against all others: ${of}`,
    shown.map(({ model, total }) => `${model.name}: ${total.percentages?.join(' / ')} %, n = ${total.n}`).join('; '),
    shown.map(({ model, total }) => ({ label: model.name, body: bars(total.percentages ?? []) })),
    legend,
  )
}

const parts = [
  { name: 'win', ink: inks.blue, text: '#ffffff' },
  { name: 'tie', ink: inks.grey, text: inks.text },
  { name: 'loss', ink: inks.orange, text: '#ffffff' },
] as const

function bars(percentages: readonly string[]): string {
  let from = labelWidth
  return parts
    .map(({ ink, text }, index) => {
      const share = percentages[index] ?? '0'
      const width = (Number(share) / 100) * span
      const bar = `<rect x="${at(from)}" y="-10" width="${at(width)}" height="20" fill="${ink}" stroke="#ffffff"/>`
      const figure =
        width > 34
          ? `<text x="${at(from + width / 2)}" dy="0.35em" text-anchor="middle" font-size="11" fill="${text}">${share}</text>`
          : ''
      from += width
      return bar + figure
    })
    .join('')
}

const legend = parts
  .map(
    ({ name, ink }, index) =>
      `<rect x="${labelWidth + index * 80}" y="14" width="12" height="12" fill="${ink}"/><text x="${labelWidth + 18 + index * 80}" y="24">${name} %</text>`,
  )
  .join('')
