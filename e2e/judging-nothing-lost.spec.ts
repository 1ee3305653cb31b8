import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { begin, beginAnew, items, languages, press, saved, scores, whenAheadIsHere } from './fixtures/chat-items'
import { countJudgments, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

test('nothing typed is lost: reload, no network, second tab', async ({ page, context }, info) => {
  await beginAnew(page, info, 3)
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
  const slug = await beginAnew(page, info, 3)
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
