import { randomBytes } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../../prisma/builders/make-user'
import { openStudy } from '../fixtures/open-study'
import { signIn } from '../fixtures/sign-in'

// A reference that waits for the first scores is in no byte before they are locked; that of the next item, which the
// browser has ahead, never is.

/** Everything that reaches the page, as text. */
function recordBodies(page: Page) {
  const bodies: Promise<string>[] = []
  page.on('response', response => bodies.push(response.text().catch(() => '')))
  return async () => (await Promise.all(bodies)).join('\n')
}

test('a late reference reaches the browser when the first scores are locked, and not before', async ({
  page,
}, info) => {
  const canaries = [1, 2].map(() => `q${randomBytes(9).toString('hex')}`)
  const person = await makeUser({ languages: ['zh', 'en'].map(tag => ({ tag, proficiency: 'NATIVE' })) })
  const items = canaries.map((canary, index) => ({
    language: 'en',
    source_language: 'zh',
    prompt: `句子 ${index}`,
    reference: `The reference ${canary}`,
    responses: [1, 2, 3].map(model => `Sentence ${index}, said ${model}`),
  }))
  const slug = await openStudy(info, [person], items, undefined, 'translation')
  const read = recordBodies(page)
  const held = async () => {
    const all = await read()
    return canaries.filter(canary => all.includes(canary)).length
  }
  await signIn(page, person)
  await page.goto('/work')
  const ahead = page.waitForResponse(answer => answer.url().includes('assignments.showAssignment') && answer.ok())
  await page
    .getByRole('article', { name: `Study ${slug}` })
    .getByRole('button')
    .click()
  // Both items are in the browser from here on.
  expect(await (await ahead).text()).toContain('句子')
  const assignment = page.url().split('/').at(-1)

  // What the page would not ask, either.
  const ratings = [1, 2, 3].map(slot => ({ criterion: 'overall', slot, value: 1 }))
  const ask = (path: string, input: object) =>
    page.request.post(`/api/trpc/judgments.${path}`, {
      data: { json: { assignment, activeMs: 0, content: { ratings }, ...input } },
    })
  const refused = await (await ask('submit', { key: crypto.randomUUID() })).text()
  expect(refused).toContain('not_revealed')
  const incomplete = await (await ask('reveal', { content: { ratings: ratings.slice(1) } })).text()
  await page.reload()
  await expect(page.locator('article[id^="response-"]:focus')).toBeVisible({ timeout: 15_000 })
  expect(canaries.filter(canary => `${refused}${incomplete}`.includes(canary))).toEqual([])
  expect(await held()).toBe(0)

  for (const key of ['1', 'Enter', '2', 'Enter', '3', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByText('3 of 3 scored')).toBeVisible()
  expect(await held()).toBe(0)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The reference q')).toBeVisible()
  expect(await held()).toBe(1)

  const address = page.url()
  await page.keyboard.press('Control+Enter')
  await expect(page).not.toHaveURL(address)
  await expect(page.getByRole('button', { name: 'Lock scores and show the reference' })).toBeVisible()
  await page.reload()
  await expect(page.locator('article[id^="response-"]:focus')).toBeVisible({ timeout: 15_000 })
  expect(await held()).toBe(1)
})
