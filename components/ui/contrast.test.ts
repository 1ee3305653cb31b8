import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8')

/** The colour tokens of one theme block, as linear sRGB. */
function readTokens(selector: string) {
  const start = css.indexOf(`${selector} {\n  color-scheme`)
  const block = css.slice(start, css.indexOf('\n}', start))
  const found = block.matchAll(/--([a-z0-9-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)
  return new Map([...found].map(([, name, l, c, h]) => [name, linearRgb(Number(l), Number(c), Number(h))]))
}

function linearRgb(lightness: number, chroma: number, hue: number) {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  return {
    red: clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    green: clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    blue: clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  }
}

type Theme = ReturnType<typeof readTokens>

function luminance(theme: Theme, token: string) {
  const colour = theme.get(token)
  if (!colour) throw new Error(`There is no colour token "${token}".`)
  return 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue
}

function contrast(theme: Theme, one: string, other: string) {
  const [darker = 0, lighter = 0] = [luminance(theme, one), luminance(theme, other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const surfaces = ['background', 'card', 'popover', 'muted', 'sidebar', 'code', 'secondary', 'accent']
const texts: [text: string, surface: string][] = [
  ...surfaces.flatMap((surface): [string, string][] => [
    ['foreground', surface],
    ['muted-foreground', surface],
    ['primary', surface],
  ]),
  ...['primary', 'secondary', 'accent', 'destructive', 'success', 'warning', 'info', 'card', 'popover'].map(
    (surface): [string, string] => [`${surface}-foreground`, surface],
  ),
  ...['destructive', 'success', 'warning', 'info'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['foreground', `${tone}-soft`],
    ['muted-foreground', `${tone}-soft`],
    [tone, 'background'],
    [tone, 'card'],
    [tone, 'popover'],
  ]),
]
const marks: [mark: string, surface: string][] = [
  ...['input', 'ring'].flatMap(mark =>
    ['background', 'card', 'popover', 'sidebar'].map((surface): [string, string] => [mark, surface]),
  ),
  ...[1, 2, 3, 4, 5, 6].flatMap(series =>
    ['background', 'card'].map((surface): [string, string] => [`series-${series}`, surface]),
  ),
]

describe.each([
  ['light', readTokens('.light')],
  ['dark', readTokens('.dark')],
])('%s theme', (_name, theme) => {
  test.each(texts)('text %s on %s reaches 4.5', (text, surface) => {
    expect(contrast(theme, text, surface)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(marks)('frame %s on %s reaches 3', (mark, surface) => {
    expect(contrast(theme, mark, surface)).toBeGreaterThanOrEqual(3)
  })
})

test('black on white is 21', () => {
  const theme = new Map([
    ['black', linearRgb(0, 0, 0)],
    ['white', linearRgb(1, 0, 0)],
  ])
  expect(contrast(theme, 'black', 'white')).toBeCloseTo(21, 1)
})
