import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { assay } from './fixtures/command-line'
import { countJudgments, type ItemLine, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

const languages = [{ tag: 'en', proficiency: 'NATIVE' as const }]
const items = (count: number): ItemLine[] =>
  Array.from({ length: count }, (_, index) => ({
    prompt: `Made-up prompt ${index + 1}`,
    responses: [1, 2, 3].map(model => `Made-up answer ${model} to prompt ${index + 1}`),
  }))

const judgingAddress = /\/work\/[0-9a-f-]{36}$/
const prompt = (page: Page) => page.getByRole('region', { name: 'Prompt', exact: true }).locator('.rendered')
const scores = (page: Page, letter: string) => page.getByRole('region', { name: `Scores of response ${letter}` })
const saved = (page: Page) => expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved')

async function begin(page: Page, slug: string) {
  await page.goto('/work')
  await page
    .getByRole('article', { name: `Study ${slug}` })
    .getByRole('button')
    .click()
  await expect(page).toHaveURL(judgingAddress)
  await expect(prompt(page)).toBeVisible()
}

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

/** The look-ahead is in the browser once the page has said that the item is on the screen. */
const whenAheadIsHere = (page: Page) =>
  page.waitForResponse(response => response.url().includes('assignments.showAssignment') && response.ok())

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
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], items(4))
  await signIn(page, person)
  const ahead = whenAheadIsHere(page)
  await begin(page, slug)
  await ahead
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
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], items(1))
  await signIn(page, person)
  await begin(page, slug)
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
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], items(3))
  await signIn(page, person)
  const ahead = whenAheadIsHere(page)
  await begin(page, slug)
  await ahead
  expect((await assay('study', 'pause', slug)).code).toBe(0)
  await press(page, '7', 'Enter', '8', 'Enter', '9', 'Control+Enter')
  await expect(page.getByText(`Nothing to judge in “Study ${slug}” right now`)).toBeVisible()
  expect(await countJudgments(slug)).toBe(1)
  expect((await assay('study', 'resume', slug)).code).toBe(0)
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('0 of 3 scored')).toBeVisible()
})

test('nothing typed is lost: reload, no network, second tab', async ({ page, context }, info) => {
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], items(3))
  await signIn(page, person)
  await begin(page, slug)
  await press(page, '7')
  await saved(page)
  await press(page, 'c')
  await page.keyboard.type('Kept without a network')
  await saved(page)
  // A page takes keys as soon as it says that its item is on the screen.
  const taking = whenAheadIsHere(page)
  await page.reload()
  await taking
  await expect(page.getByRole('textbox', { name: 'Comment on response A' })).toHaveValue('Kept without a network')

  await context.setOffline(true)
  await press(page, 'j', '6')
  await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'offline')
  await context.setOffline(false)
  await saved(page)

  const other = await context.newPage()
  const otherTaking = whenAheadIsHere(other)
  await other.goto(page.url())
  await otherTaking
  await expect(scores(other, 'B').getByRole('button', { pressed: true })).toHaveText('6')
  await press(other, 'j', '9')
  await saved(other)
  await expect(scores(page, 'B').getByRole('button', { pressed: true })).toHaveText('9')

  // Two places at once: both are shown, and one is chosen.
  await page.route('**/judgments.saveDraft**', route => route.abort())
  await page.bringToFront()
  await press(page, 'j', '1')
  await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'offline')
  await other.bringToFront()
  await press(other, '3')
  await saved(other)
  await page.unroute('**/judgments.saveDraft**')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('changed in two places', { timeout: 20_000 })
  await expect(dialog.getByRole('row', { name: /Score of response B/ })).toContainText('3')
  await page.bringToFront()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Take the other' }).click()
  await expect(scores(page, 'B').getByRole('button', { pressed: true })).toHaveText('3')
})

test('a submission is stored once, whatever happens to its answers', async ({ page }, info) => {
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], items(3))
  await signIn(page, person)
  const ahead = whenAheadIsHere(page)
  await begin(page, slug)
  await ahead
  let attempts = 0
  await page.route('**/judgments.submit**', async route => {
    attempts += 1
    // The first answer is lost on its way back.
    if (attempts > 1) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await press(page, '8', 'Enter', '7', 'Enter', '6', 'Control+Enter')
  await expect.poll(() => attempts, { timeout: 20_000 }).toBeGreaterThan(1)
  await expect(page.getByText('unsent')).toBeHidden()
  expect(await countJudgments(slug)).toBe(1)

  // Submitted without a network: kept, sent after a crash of the page.
  await page.route('**/api/trpc/**', route => route.abort())
  await press(page, '8', 'Enter', '7', 'Enter', '6', 'Control+Enter')
  await expect(page.getByText('1 unsent').first()).toBeVisible()
  await page.unroute('**/api/trpc/**')
  await page.goto('/work')
  await expect.poll(() => countJudgments(slug), { timeout: 20_000 }).toBe(2)
})

test('skip, flag, revise, and the pages around the work', async ({ page }, info) => {
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], items(3))
  await signIn(page, person)
  const ahead = whenAheadIsHere(page)
  await begin(page, slug)
  await ahead
  await expectAccessible(page)
  await press(page, 'f')
  await page.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }).waitFor()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('textbox').fill('The prompt is cut off.')
  await page.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }).click()
  await expect(page.getByText('The admins have been told.')).toBeVisible()

  const firstPrompt = await prompt(page).innerText()
  await press(page, 's')
  await page.getByRole('button', { name: 'Outside of what I know' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Skip', exact: true }).click()
  await expect(prompt(page)).not.toHaveText(firstPrompt)
  await press(page, '5', 'Enter', '5', 'Enter', '5', 'Control+Enter')
  await expect.poll(() => countJudgments(slug)).toBe(1)

  await press(page, 'g')
  await expect(page.getByRole('dialog', { name: 'Guidelines' })).toContainText('How to judge')
  await press(page, 'Escape', '?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page)
  await press(page, 'Escape', 'z')
  await expect(page.getByRole('article')).toHaveCount(1)
  await press(page, 'j')
  await expect(page.getByRole('article', { name: 'Response B' })).toBeVisible()
  await expectAccessible(page)

  await page.goto('/work/judgments')
  await expectAccessible(page)
  await page.getByRole('row').nth(1).getByRole('link').click()
  await expect(page.getByText('It can be changed until')).toBeVisible()
  await press(page, '9')
  await page.getByRole('button', { name: 'Save the revision' }).click()
  await expect(page).toHaveURL(/\/work\/judgments$/)
  await expect.poll(() => countJudgments(slug)).toBe(2)

  await page.goto('/work/statement')
  await expect(page.getByRole('row').filter({ hasText: `Study ${slug}` })).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^statement-.*\.csv$/)
})

test('who signs out leaves nothing behind for the next person', async ({ page }, info) => {
  const [person, next] = [await makeUser({ languages }), await makeUser({ languages })]
  const slug = await openStudy(info, [person], items(1))
  await signIn(page, person)
  await begin(page, slug)
  await press(page, '7')
  await saved(page)
  const stores = () =>
    page.evaluate(async () =>
      (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('assay-work-') ? [name] : [])),
    )
  expect(await stores()).toHaveLength(1)
  await page.goto('/work')
  await page.getByRole('button', { name: /Account menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect(await stores()).toEqual([])
  await signIn(page, next)
  await page.goto('/work')
  await expect(page.getByText('Nothing to judge yet')).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('assay-work-owner'))).toHaveLength(32)
})

test('the page of an item loads at most 250 KB of scripts, and says why there is nothing', async ({ page }, info) => {
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], items(1))
  await signIn(page, person)
  await begin(page, slug)
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
