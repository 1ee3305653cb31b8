import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import judging from '@/messages/en/judging.json'
import { dangersOf } from './make-rendered-tags'
import { Markdown } from './markdown'

const html = (text: string, raw = false) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ ui: common.ui, rendering: judging.rendering }}>
      <Markdown text={text} raw={raw} />
    </NextIntlClientProvider>,
  )

const hostile = [
  '<script>parent.ran = true</script>',
  '<img src=x onerror="ran()">',
  '<svg onload=ran()><animate onbegin=ran() attributeName=x dur=1s>',
  '<iframe src="https://elsewhere.invalid"></iframe>',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.invalid">',
  '<style>*{background:url(https://elsewhere.invalid/a.png)}</style>',
  '<div style="background:url(https://elsewhere.invalid/b.png);position:fixed;inset:0">covers</div>',
  '<img srcset="https://elsewhere.invalid/c.png 2x">',
  '<link rel=preload href="https://elsewhere.invalid/d.css"><base href="https://elsewhere.invalid/">',
  '<form action="https://elsewhere.invalid" id="root"><input name="submit"></form>',
  '</div></main></body></html><h1>outside</h1>',
  '[a](javascript:ran()) [b](JaVaScRiPt:ran()) [c](java&#x0A;script:ran()) <javascript:ran()>',
  '[d](data:text/html;base64,PHNjcmlwdD4=) [e](vbscript:ran()) [f](//elsewhere.invalid)',
  '![g](https://elsewhere.invalid/g.png "title") ![h](data:image/svg+xml,<svg/onload=ran()>)',
  '[ref]: https://elsewhere.invalid/ref.png\n\n![ref] [ref]',
  'https://elsewhere.invalid/auto and www.elsewhere.invalid and who@elsewhere.invalid',
  '```"><img src=x onerror=ran()>\ncode\n```',
  '```js id=root class=x\n<script>ran()</script>\n```',
  '$\\href{javascript:ran()}{x}$ $$\\htmlStyle{position:fixed}{y}$$ \\(\\includegraphics{https://elsewhere.invalid/i.png}\\)',
  '| a |\n|---|\n| <img src=x onerror=ran()> ![i](https://elsewhere.invalid/t.png) |',
  'Text[^1]\n\n[^1]: <b onclick=ran()>note</b>',
  '- [x] <input autofocus onfocus=ran()>',
  '<!-- comment --><![CDATA[ <script>ran()</script> ]]><?xml-stylesheet href="https://elsewhere.invalid"?>',
  '<a href="https://elsewhere.invalid" ping="https://elsewhere.invalid/p">x</a>',
  '<math><mtext><table><mglyph><style><img src=x onerror=ran()>',
  '`<img src=x onerror=ran()>`\n\n    <script>ran()</script>',
]

describe('hostile texts', () => {
  it.each(hostile)('render without anything that runs or loads: %s', text => {
    expect(dangersOf(html(text))).toEqual([])
    expect(dangersOf(html(text, true))).toEqual([])
  })

  it('stay harmless in any mixture', () => {
    const piece = fc.oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '> ', '| '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        expect(dangersOf(html(pieces.join('')))).toEqual([])
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('would be noticed', () => {
    expect(dangersOf('<img src="https://elsewhere.invalid/x.png">')).not.toEqual([])
    expect(dangersOf('<p onclick="x">')).not.toEqual([])
    expect(dangersOf('<p id="root" style="color:red">')).toHaveLength(2)
  })
})

describe('what is shown', () => {
  it('shows HTML as it was written', () => {
    expect(html('a <b>bold</b>')).toContain('a &lt;b&gt;bold&lt;/b&gt;')
    expect(html('| a |\n|---|\n| x<br>y |')).toContain('x<br/>y')
  })

  it('shows images and links as words with their address', () => {
    const image = html('![a cat](https://elsewhere.invalid/cat.png)')
    expect(image).toContain('a cat')
    expect(image).toContain('https://elsewhere.invalid/cat.png')
    expect(html('[here](https://elsewhere.invalid/page)')).toContain('https://elsewhere.invalid/page')
  })

  it('gives each block its own direction and keeps code left to right', () => {
    const page = html('مرحبا\n\n- مرحبا\n- hello\n\n```js\nx\n```')
    expect(page).toContain('<p dir="auto">مرحبا</p>')
    expect(page).toContain('<ul dir="rtl">')
    expect(page).toContain('<figure class="code-block" dir="ltr">')
  })

  it('shows bidirectional overrides by number', () => {
    expect(html('user\u202e')).toContain('U+202E')
    expect(html('user\u202e', true)).toContain('U+202E')
  })

  it('says when there is nothing to see', () => {
    expect(html('\u200b\u2060\ufeff')).toContain('cannot be seen')
    expect(html('')).toContain('empty')
  })

  it('falls back to plain text when a text is too large', () => {
    const page = html('x'.repeat(130_000))
    expect(page).toContain('plain text')
    expect(page.match(/plain-text-piece/g)?.length).toBeGreaterThan(10)
  })
})

const folder = path.join(process.env.ASSAY_REFERENCE_DIR ?? '/nowhere', 'data/nasty')
const withReference = existsSync(folder)

describe.skipIf(!withReference)('published hostile strings (skipped without ASSAY_REFERENCE_DIR)', () => {
  it('render harmlessly, one by one', () => {
    const lines = readFileSync(path.join(folder, 'published-xss-1500.txt'), 'utf8').split('\n')
    for (const line of lines) expect(dangersOf(html(line)), line).toEqual([])
  })

  it.each(['synthetic-responses.jsonl', 'published-trojan-source.jsonl'])(
    '%s',
    file => {
      const lines = readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean)
      for (const line of lines) {
        const item: { id: string; responses: { text: string }[] } = JSON.parse(line)
        for (const response of item.responses) expect(dangersOf(html(response.text)), item.id).toEqual([])
      }
    },
    60_000,
  )
})
