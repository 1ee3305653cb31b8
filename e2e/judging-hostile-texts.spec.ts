import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { beginJudging } from './fixtures/begin-judging'
import { openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

const hostile = [
  '<script>window.ran = 1</script><img src=x onerror="window.ran = 2"><svg onload="window.ran = 3"></svg>',
  '![pixel](https://elsewhere.invalid/pixel.png) <img srcset="https://elsewhere.invalid/set.png 2x"> [ref]\n\n[ref]: https://elsewhere.invalid',
  '[a](javascript:window.ran=4) <a href="javascript:window.ran=5">b</a> [c](data:text/html,<script>window.ran=6</script>)',
  '<iframe src="https://elsewhere.invalid"></iframe><meta http-equiv="refresh" content="0;url=https://elsewhere.invalid">',
  '<style>@import url(https://elsewhere.invalid/s.css); * { display: none }</style><link rel="prefetch" href="https://elsewhere.invalid">',
  '$\\href{javascript:window.ran=7}{x}$ $$\\includegraphics{https://elsewhere.invalid/m.png}$$ $\\htmlStyle{position:fixed;inset:0}{y}$',
  '```html\n<script>window.ran = 8</script>\n```\n\n```"><img src=x onerror=window.ran=9>\ncode\n```',
  '<form action="https://elsewhere.invalid" id="content"><input name="submit" autofocus onfocus="window.ran=10"></form>',
  'https://elsewhere.invalid/auto www.elsewhere.invalid',
]

test('hostile responses run nothing and reach nobody', async ({ page, baseURL }, info) => {
  const person = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' }] })
  const texts = [hostile.slice(0, 3).join('\n\n'), hostile.slice(3, 6).join('\n\n'), hostile.slice(6).join('\n\n')]
  const slug = await openStudy(info, [person], [{ prompt: texts.join('\n\n'), responses: texts }])
  const origin = new URL(baseURL ?? '').origin
  const outside: string[] = []
  page.on('request', request => {
    const url = new URL(request.url())
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) outside.push(request.url())
  })
  await signIn(page, person)
  await page.goto('/work')
  const [shown] = await Promise.all([
    page.waitForResponse(response => response.url().includes('assignments.showAssignment')),
    page
      .getByRole('article', { name: `Study ${slug}` })
      .getByRole('button')
      .click(),
  ])
  expect(shown.ok()).toBe(true)
  await expect(page.locator('.hljs-tag, .hljs-keyword').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Submit' })).toBeVisible()
  for (const part of await page.getByText('elsewhere.invalid').all())
    await part.hover({ force: true, trial: true }).catch(() => undefined)
  await page.keyboard.press('r')
  await expect(page.getByText('<script>window.ran = 1</script>').first()).toBeVisible()
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(outside).toEqual([])
  // Nothing of the texts became an element that acts, and the page's own ids are its own.
  expect(
    await page.locator('.rendered :is(a, img, iframe, script, style, form, input, link, meta, object, embed)').count(),
  ).toBe(0)
  expect(await page.locator('.rendered [id]').count()).toBe(0)
})

test('huge texts leave the page usable', async ({ page }, info) => {
  const person = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' }] })
  const line = 'x'.repeat(130_000)
  const table = `${'| a '.repeat(8)}|\n${'|---'.repeat(8)}|\n${`${'| **cell** '.repeat(8)}|\n`.repeat(500)}`
  const lists = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- level ${depth}`).join('\n')
  const slug = await openStudy(info, [person], [{ prompt: 'Made-up prompt', responses: [line, table, lists] }])
  await signIn(page, person)
  await beginJudging(page, slug)
  await expect(page.getByText('Too large to be formatted').first()).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('cell').first()).toBeVisible()
  // A key is answered within a quarter of a second, however much there is to lay out.
  const answerMs = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const start = performance.now()
        const observer = new MutationObserver(() => {
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now() - start))
        })
        observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-pressed'] })
        window.dispatchEvent(new KeyboardEvent('keydown', { key: '7', code: 'Digit7', bubbles: true }))
      }),
  )
  info.annotations.push({ type: 'milliseconds from key to score', description: answerMs.toFixed(0) })
  expect(answerMs).toBeLessThan(250)
})
