import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { beginJudging } from './fixtures/begin-judging'
import { openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

const prompt = (page: Page) => page.getByRole('region', { name: 'Prompt', exact: true }).locator('.rendered')
const takesKeys = (page: Page) => expect(page.locator('article[id^="response-"]:focus')).toBeVisible()

/** Holds every item that is asked for, until it is let go. */
async function holdItems(page: Page) {
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route(/assignments\.getAssignment/, async route => {
    await held
    await route.continue()
  })
  return letGo
}

test('an item that comes after its address was left changes nothing', async ({ page }, info) => {
  const person = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' }] })
  const items = [1, 2, 3].map(n => ({ prompt: `Made-up prompt ${n}`, responses: [`One of ${n}`, `Two of ${n}`] }))
  const slug = await openStudy(info, [person], items)
  await signIn(page, person)
  await beginJudging(page, slug)
  for (let item = 1; item <= 2; item++) {
    await takesKeys(page)
    const before = page.url()
    for (const key of ['8', 'Enter', '7', 'Enter', 'Control+Enter']) await page.keyboard.press(key)
    await expect(page).not.toHaveURL(before)
  }
  await takesKeys(page)
  const address = page.url()
  const text = await prompt(page).innerText()

  const letGo = await holdItems(page)
  const asked = page.waitForRequest(/assignments\.getAssignment/)
  await page.goBack()
  await asked
  await page.goForward()
  await expect(page).toHaveURL(address)
  await expect(prompt(page)).toHaveText(text)
  const late = page.waitForResponse(/assignments\.getAssignment/)
  letGo()
  await (await late).finished()

  // What is entered now is of the item that the address names.
  await takesKeys(page)
  await page.keyboard.press('6')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved')
  await expect(page).toHaveURL(address)
  await expect(prompt(page)).toHaveText(text)
  const drafts = await runStatement<{ assignment: string }>(
    'SELECT d.assignment_id::text AS assignment FROM drafts d JOIN assignments a ON a.id = d.assignment_id WHERE a.user_id = $1',
    [person.id],
  )
  expect(drafts.map(draft => draft.assignment)).toEqual([address.split('/').at(-1)])
})
