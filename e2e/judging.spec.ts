import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { begin, beginAnew, judgingAddress, languages, press, prompt, scores } from './fixtures/chat-items'
import { assay } from './fixtures/command-line'
import { countJudgments, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

/** Notes on the body how long after the next Ctrl+Enter another prompt was on the screen. */
const watchForNextItem = (page: Page) =>
  page.evaluate(() => {
    const promptText = () => document.querySelector('[aria-label="Prompt"]')?.textContent
    const shown = promptText()
    const measure = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      window.removeEventListener('keydown', measure, { capture: true })
      const start = event.timeStamp
      const look = () => {
        if (promptText() === shown) requestAnimationFrame(look)
        else document.body.setAttribute('data-swap-ms', String(performance.now() - start))
      }
      requestAnimationFrame(look)
    }
    // Before the page's own listener, and from the moment of the key itself.
    window.addEventListener('keydown', measure, { capture: true })
  })

test('three responses by keyboard in eight keys, and the next item at once', async ({ page }, info) => {
  const slug = await beginAnew(page, info, 4)
  const firstPrompt = await prompt(page).innerText()
  await expect(scores(page, 'A')).toContainText('not scored')

  // "1" is a score that "0" continues; two digits need no Enter.
  await press(page, '1', '0', '7', 'Enter', '4')
  await expect(scores(page, 'A').getByRole('button', { pressed: true })).toHaveText('10')
  await expect(scores(page, 'B').getByRole('button', { pressed: true })).toHaveText('7')
  await expect(scores(page, 'C').getByRole('button', { pressed: true })).toHaveText('4')
  // On a busy machine one swap may be slow; the fastest of three says what the page itself needs.
  const swapMs: number[] = []
  for (let item = 1; item <= 3; item++) {
    const before = page.url()
    await watchForNextItem(page)
    await press(page, 'Control+Enter')
    await expect(page).not.toHaveURL(before)
    await expect(page).toHaveURL(judgingAddress)
    swapMs.push(Number(await page.locator('body').getAttribute('data-swap-ms')))
    await expect.poll(() => countJudgments(slug)).toBe(item)
    if (item < 3) await press(page, '8', 'Enter', '7', 'Enter', '6')
  }
  info.annotations.push({ type: 'milliseconds to the next item', description: swapMs.map(Math.round).join(', ') })
  expect(Math.min(...swapMs)).toBeLessThan(100)
  await expect(prompt(page)).not.toHaveText(firstPrompt)

  // The address names what is on the screen: reload, back and forward agree with it.
  const last = page.url()
  const lastPrompt = await prompt(page).innerText()
  await page.reload()
  await expect(page).toHaveURL(last)
  await expect(prompt(page)).toHaveText(lastPrompt)
  await page.goBack()
  await expect(page).not.toHaveURL(last)
  await expect(page.getByText('It can be changed until')).toBeVisible()
  await expect(scores(page, 'A').getByRole('button', { pressed: true })).toHaveText('8')
  await page.goForward()
  await expect(prompt(page)).toHaveText(lastPrompt)
})

test('what is missing is said, and nothing counts before it is touched', async ({ page }, info) => {
  const slug = await beginAnew(page, info, 1)
  await press(page, 'Control+Enter')
  await expect(page.getByText('Response A has no score.')).toBeAttached()
  await press(page, '8', 'Enter', '2', 'Enter', '9', 'Control+Enter')
  const comment = page.getByRole('textbox', { name: 'Comment on response B' })
  await expect(comment).toBeFocused()
  // Letters and digits are text here, not commands.
  await page.keyboard.type('5 skips and a gap')
  await expect(comment).toHaveValue('5 skips and a gap')
  await press(page, 'Escape')
  await expect(comment).not.toBeFocused()
  await press(page, 'k', 'x')
  await page.getByRole('dialog').getByRole('textbox').fill('Cut off')
  await page.getByRole('button', { name: 'Mark it' }).click()
  await expect(scores(page, 'A')).toContainText('Cannot be judged')
  await press(page, 'Control+Enter')
  await expect(page.getByText(`Nothing to judge in “Study ${slug}” right now`)).toBeVisible()
  expect(await countJudgments(slug)).toBe(1)
})

test('keys that come faster than the page is drawn are for the response that is next', async ({ page }, info) => {
  await beginAnew(page, info, 1)
  // The attempt to submit moves the focus to the first score. Nothing is drawn between the keys that follow.
  await press(page, 'Control+Enter')
  await expect(page.locator('[data-entry="score 1"]:focus, [data-entry="score 1"] :focus')).toBeVisible()
  await page.evaluate(async () => {
    const keys = ['8', 'Enter', '2', 'Enter', '9']
    for (const key of keys) {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      for (let turn = 0; turn < 50; turn++) await null
    }
  })
  for (const [letter, score] of [
    ['A', '8'],
    ['B', '2'],
    ['C', '9'],
  ] as const)
    await expect(scores(page, letter).getByRole('button', { pressed: true })).toHaveText(score)
})

test('every score of four responses can be clicked, however long its words are', async ({ page }, info) => {
  const person = await makeUser({ languages })
  const responses = ['First', 'Second', 'Third', 'Fourth'].map(word => `${word} made-up answer`)
  const slug = await openStudy(info, [person], [{ prompt: 'Made-up prompt', responses }])
  await signIn(page, person)
  await page.setViewportSize({ width: 1440, height: 900 })
  await begin(page, slug)
  await expect(page.getByText('0 of 4 scored')).toBeVisible()
  for (const letter of ['A', 'B', 'C', 'D'])
    for (const value of [0, 3, 7, 10]) {
      const button = scores(page, letter).getByRole('button', { name: new RegExp(`^${value}(:|$)`) })
      await button.hover()
      await button.click()
      await expect(button).toHaveAttribute('aria-pressed', 'true')
    }
  await expect(page.getByText('4 of 4 scored')).toBeVisible()
})

test('a paused study shows nothing that was on its way', async ({ page }, info) => {
  const slug = await beginAnew(page, info, 3)
  expect((await assay('study', 'pause', slug)).code).toBe(0)
  await press(page, '7', 'Enter', '8', 'Enter', '9', 'Control+Enter')
  await expect(page.getByText(`Nothing to judge in “Study ${slug}” right now`)).toBeVisible()
  expect(await countJudgments(slug)).toBe(1)
  expect((await assay('study', 'resume', slug)).code).toBe(0)
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('0 of 3 scored')).toBeVisible()
})

test('the page of an item loads at most 250 KB of scripts, and says why there is nothing', async ({ page }, info) => {
  const slug = await beginAnew(page, info, 1)
  const html = await (await page.request.get(page.url())).text()
  const scripts = new Set(
    html.replaceAll(/<script[^>]*nomodule[^>]*>/gi, '').match(/\/_next\/static\/[^"'\\\s)]+?\.js/g),
  )
  let bytes = 0
  for (const script of scripts) bytes += gzipSync(await (await page.request.get(script)).body()).length
  info.annotations.push({ type: 'first-load JavaScript', description: `${(bytes / 1024).toFixed(1)} KB gzip` })
  expect(scripts.size).toBeGreaterThan(3)
  expect(bytes / 1024).toBeLessThanOrEqual(250)

  await runStatement(`UPDATE studies SET state = 'PAUSED' WHERE slug = $1`, [slug])
  await page.goto('/work')
  await expect(page.getByRole('article', { name: `Study ${slug}` })).toContainText('This study is paused.')
})
