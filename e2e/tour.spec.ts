import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

const languages = [{ tag: 'en', proficiency: 'NATIVE' as const }]
const items = [1, 2].map(index => ({
  prompt: `Made-up prompt ${index}`,
  responses: [1, 2].map(model => `Made-up answer ${model} to prompt ${index}`),
}))
const prompt = (page: Page) => page.getByText(/^Made-up prompt/)
const tour = (page: Page) => page.getByRole('region', { name: 'Tour of this page' })

test('the first assignment is explained while it is judged, and no other', async ({ page }, info) => {
  const person = await makeUser({ languages, toured: false })
  const slug = await openStudy(info, [person], items)
  await signIn(page, person)
  await beginJudging(page, slug)
  await expect(tour(page)).toContainText('Read the prompt above')
  await expect(tour(page)).toContainText('1 of 5')
  await expect(tour(page).getByRole('button', { name: 'Next' })).toBeFocused()
  await expectAccessible(page)

  await page.keyboard.press('Enter')
  await expect(tour(page)).toContainText('Give the first response a score')
  // What is told is done, by the page's own keys.
  await page.keyboard.press('7')
  await expect(tour(page)).toContainText('Then the next response')
  await page.keyboard.press('Enter')
  await expect(tour(page)).toContainText('The guidelines are here')
  await tour(page).getByRole('button', { name: 'Back' }).click()
  await expect(tour(page)).toContainText('Then the next response')
  await tour(page).getByRole('button', { name: 'Next' }).click()
  await page.keyboard.press('4')
  await tour(page).getByRole('button', { name: 'Next' }).click()
  await expect(tour(page)).toContainText('submit and go on with Ctrl')
  const first = await prompt(page).innerText()
  await page.keyboard.press('Control+Enter')

  await expect(prompt(page)).not.toHaveText(first)
  await expect(tour(page)).toHaveCount(0)
  await page.reload()
  await expect(prompt(page)).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(tour(page)).toHaveCount(0)

  await page.getByRole('button', { name: 'Show the tour of this page' }).click()
  await expect(tour(page)).toContainText('1 of 5')
  await page.keyboard.press('Escape')
  await expect(tour(page)).toHaveCount(0)
})

test('on a phone the tour stays within the page and can be ended at once', async ({ page }, info) => {
  const person = await makeUser({ languages, toured: false })
  const slug = await openStudy(info, [person], items)
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, person)
  await beginJudging(page, slug)
  for (const says of ['Read the prompt', 'Give the first', 'Then the next', 'The guidelines', 'When all is answered']) {
    await expect(tour(page)).toContainText(says)
    const box = await tour(page).boundingBox()
    expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844, says).toBe(true)
    if (!says.startsWith('When')) await tour(page).getByRole('button', { name: 'Next' }).click()
  }
  await tour(page).getByRole('button', { name: 'End the tour' }).click()
  await expect(tour(page)).toHaveCount(0)
  await page.reload()
  await expect(prompt(page)).toBeVisible()
  await page.getByRole('button', { name: 'Guidelines' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(tour(page)).toHaveCount(0)
})
