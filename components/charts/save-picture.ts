// Makes a file of the charts in a figure: one SVG that stands for itself, in light colours whatever the page has, for it
// goes into papers. PNG is the same, drawn at three times the size.

import type { ChartKey } from './chart-data'
import { textWidth, wrapText } from './picture-text'
import { plainColour } from './plain-colour'
import { seriesFill } from './series-fill'

export interface PictureCaption {
  figure: string
  title: string
  keys: ChartKey[]
  note: string
}

const svgNamespace = 'http://www.w3.org/2000/svg'
const margin = 16
const pngScale = 3
/** What a browser takes from style sheets, and a reader of the file would not. All of it is inherited by what is inside. */
const styled = [
  'fill',
  'stroke',
  'fill-opacity',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'direction',
  'paint-order',
]

/** Saves the picture of the charts in an element. @throws when the browser can draw no picture */
export async function savePicture(drawing: HTMLElement, caption: PictureCaption, name: string, format: 'svg' | 'png') {
  const { svg, width, height } = drawPicture(drawing, caption)
  const file = new Blob([svg], { type: 'image/svg+xml' })
  const blob = format === 'svg' ? file : await paint(file, width, height)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function drawPicture(drawing: HTMLElement, { figure, title, keys, note }: PictureCaption) {
  const box = drawing.getBoundingClientRect()
  // A light copy, out of sight: colours are those that the browser works out for it.
  const stage = document.createElement('div')
  stage.className = 'light'
  stage.style.cssText = `position:fixed;inset-inline-start:-10000px;inline-size:${box.width}px`
  stage.append(drawing.cloneNode(true))
  document.body.append(stage)
  try {
    const width = Math.ceil(box.width) + 2 * margin
    const ink = plainColour(getComputedStyle(stage).getPropertyValue('--foreground'))
    const isMirrored = document.documentElement.dir === 'rtl'
    const at = (x: number, wide = 0) => (isMirrored ? width - x - wide : x)
    const anchor = isMirrored ? 'end' : 'start'
    const parts: string[] = []
    let y = margin
    const write = (text: string, size: number, weight: number) => {
      for (const line of wrapText(text, size, box.width)) {
        parts.push(
          `<text x="${at(margin)}" y="${y + size}" text-anchor="${anchor}" font-size="${size}" font-weight="${weight}" fill="${ink}">${escaped(line)}</text>`,
        )
        y += size * 1.4
      }
    }
    write(title, 15, 600)
    y += 6
    let x = margin
    for (const { label, series } of keys) {
      const wanted = 14 + 6 + textWidth(label, 12) + 18
      if (x > margin && x + wanted > width - margin) {
        x = margin
        y += 20
      }
      parts.push(`<rect x="${at(x, 14)}" y="${y}" width="14" height="14" fill="${seriesFill(figure, series)}"/>`)
      parts.push(
        `<text x="${at(x + 20)}" y="${y + 11}" text-anchor="${anchor}" font-size="12" fill="${ink}">${escaped(label)}</text>`,
      )
      x += wanted
    }
    if (keys.length > 0) y += 26
    const originals = [...drawing.querySelectorAll('svg')]
    const copies = [...stage.querySelectorAll('svg')]
    for (const [index, copy] of copies.entries()) {
      const place = originals[index]?.getBoundingClientRect()
      if (!place) continue
      settle(copy)
      copy.setAttribute('x', String(margin + place.left - box.left))
      copy.setAttribute('y', String(y + place.top - box.top))
      copy.setAttribute('width', String(place.width))
      copy.setAttribute('height', String(place.height))
      parts.push(new XMLSerializer().serializeToString(copy))
    }
    y += box.height + 8
    write(note, 12, 600)
    const height = Math.ceil(y + margin - 8)
    const paper = plainColour(getComputedStyle(stage).getPropertyValue('--card'))
    return {
      width,
      height,
      svg: `<svg xmlns="${svgNamespace}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, Helvetica, Arial, sans-serif"><title>${escaped(title)}</title><rect width="100%" height="100%" fill="${paper}"/>${parts.join('')}</svg>`,
    }
  } finally {
    stage.remove()
  }
}

/** Writes onto each element what it has from style sheets and not from the one around it; takes away what only a page needs. */
function settle(svg: SVGElement): void {
  for (const needless of svg.querySelectorAll('.recharts-tooltip-cursor, title, desc')) needless.remove()
  const elements = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  for (const element of elements) {
    const style = getComputedStyle(element)
    const around = element === svg || !element.parentElement ? null : getComputedStyle(element.parentElement)
    for (const name of styled) {
      const value = style.getPropertyValue(name)
      element.removeAttribute(name)
      if (value !== around?.getPropertyValue(name)) element.setAttribute(name, plainValue(value))
    }
  }
  for (const element of elements)
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-hidden'])
      element.removeAttribute(name)
}

/** Paints are named without quotation marks, which an attribute has already; colours as every reader knows them. */
function plainValue(value: string): string {
  if (value.startsWith('url(')) return value.replaceAll('"', '')
  return /^(rgb|oklch|color)/.test(value) ? plainColour(value) : value
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

async function paint(file: Blob, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * pngScale
    canvas.height = height * pngScale
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
    if (!blob) throw new Error('The browser drew no picture.')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}
