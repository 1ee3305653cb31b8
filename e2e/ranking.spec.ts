import { expect, type Locator, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { assay } from './fixtures/command-line'
import { countJudgments, type ItemLine, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

const languages = [{ tag: 'en', proficiency: 'NATIVE' as const }]
const items = (count: number): ItemLine[] =>
  Array.from({ length: count }, (_, index) => ({
    prompt: `Made-up prompt ${index + 1}`,
    responses: [1, 2, 3].map(model => `Made-up answer ${model} to prompt ${index + 1}`),
  }))

const cell = (page: Page, letter: string) => page.getByRole('region', { name: `Scores of response ${letter}` })
const board = (page: Page) => page.getByRole('region', { name: 'Ranking: the order so far' })
const order = async (page: Page) =>
  (await board(page).getByRole('listitem').allInnerTexts()).map(text => text.replace(/\s+/g, '')).filter(Boolean)
const chip = (page: Page, letter: string) => board(page).getByRole('button', { name: `Response ${letter}` })

/** As a hand does it: a press, many small moves, a release. */
async function drag(page: Page, from: Locator, to: Locator) {
  await from.hover()
  await page.mouse.down()
  const target = await to.boundingBox()
  if (!target) throw new Error('nothing to drag to')
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 20 })
  await expect(from).toBeVisible()
  await page.mouse.up()
}

test('an order by digits, arrows and dragging, in results and export', async ({ page, browser }, info) => {
  test.setTimeout(240_000)
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], items(3), undefined, 'ranking')
  await signIn(page, person)
  await beginJudging(page, slug)
  await expect(board(page)).toBeVisible()
  await expectAccessible(page)

  // Digits: each goes to the response at work, and the next response is at work then. 3, 3, 1 closes to 2, 2, 1.
  for (const key of ['3', '3', '1']) await page.keyboard.press(key)
  await expect.poll(() => order(page)).toEqual(['1C', '2AB'])
  await expect(cell(page, 'A')).toContainText('Rank 2, shared with B')
  await page.screenshot({ path: info.outputPath('ranking.png') })

  // Arrows: out of the tie, and on over the next place. The letter keeps the focus.
  await chip(page, 'B').focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => order(page)).toEqual(['1C', '2B', '3A'])
  await expect(chip(page, 'B')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => order(page)).toEqual(['1BC', '2A'])
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => order(page)).toEqual(['1B', '2C', '3A'])
  await expect(page.getByText('B is at rank 1', { exact: true })).toBeAttached()
  await expectAccessible(page)
  const first = page.url()
  await page.keyboard.press('Control+Enter')
  await expect(page).not.toHaveURL(first)

  // Dragging: onto a place is a tie with it, between places is a place of its own.
  for (const key of ['1', '2', '3']) await page.keyboard.press(key)
  await expect.poll(() => order(page)).toEqual(['1A', '2B', '3C'])
  await drag(page, chip(page, 'C'), chip(page, 'A'))
  await expect.poll(() => order(page)).toEqual(['1AC', '2B'])
  const second = page.url()
  await page.keyboard.press('Control+Enter')
  await expect(page).not.toHaveURL(second)

  // On a phone one response is at work at a time.
  await page.setViewportSize({ width: 390, height: 844 })
  for (const key of ['1', '2', '2']) await page.keyboard.press(key)
  await expect.poll(() => order(page)).toEqual(['1A', '2BC'])
  await page.screenshot({ path: info.outputPath('ranking-phone.png') })
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => countJudgments(slug)).toBe(3)

  expect((await assay('study', 'close', slug, '--accept-unfinished')).code).toBe(0)
  expect((await assay('study', 'unblind', slug, '--reason', 'Nothing is left to judge')).code).toBe(0)
  // On the command line, too: who beat whom, for there are no scores.
  const { code, stdout } = await assay('results', slug, '--format', 'csv')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^model,opponent,n,wins,ties,losses,/)
  expect(stdout.trim().split('\n')).toHaveLength(1 + 3 * 2)
  const admin = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await signIn(admin, await makeUser({ role: 'ADMIN' }))
  await admin.goto(`/studies/${slug}/results/head-to-head`)
  await expect(admin.getByRole('table', { name: 'Ranks' }).getByRole('row')).toHaveCount(4)
  await expect(admin.getByRole('heading', { name: 'Do the preferences make an order?' })).toBeVisible()
  await expectAccessible(admin)
  await admin.screenshot({ path: info.outputPath('ranks.png'), fullPage: true })
  await admin.goto(`/studies/${slug}/results/head-to-head?criterion=none-of-these`)
  await expect(admin.getByRole('heading', { name: 'Not found' })).toBeVisible()
})
