import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { assay } from './fixtures/command-line'
import { signIn } from './fixtures/sign-in'

const finished = '/studies/demo-general-chat-finished'

test('from a count of wins to its items, and to all that was judged of one', async ({ page }) => {
  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto(`${finished}/results/head-to-head?language=en`)
  const matrix = page.getByRole('table', { name: /^Wins, ties and losses of each model/ })
  const won = matrix.getByRole('link', { name: /items on which Juniper-1 won against Willow-mini$/ })
  await expect(won).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ranks with intervals' })).toBeVisible()
  await expectAccessible(page)
  const count = Number((await won.innerText()).split(' ')[0])

  // Another threshold than the protocol's is exploratory, on the page and in what the links ask for.
  await page.getByLabel('A tie is a difference of at most').fill('9.5')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/threshold=9\.5/)
  await expect(page.getByText('makes these results exploratory').first()).toBeVisible()
  await expect(matrix).toContainText('11 tied')
  await page.goBack()

  await won.click()
  await expect(page.getByRole('heading', { name: 'Items on which Juniper-1 won against Willow-mini' })).toBeVisible()
  const table = page.getByRole('table', { name: 'Items' })
  await expect(table.getByRole('row')).toHaveCount(1 + count)
  await expectAccessible(page)
  await page.getByRole('searchbox', { name: 'Search in ids, prompts and comments' }).fill('differential')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText('the differential was not substituted')
  await page.getByRole('link', { name: 'Clear the search' }).click()
  await expect(table.getByRole('row')).toHaveCount(1 + count)

  await table.getByRole('link', { name: 'demo-en-01' }).click()
  await expect(page.getByText(`1 of ${count}`)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Outcome of each pair of models on this item' })).toContainText(
    'Juniper-1 wins',
  )
  await expect(page.getByRole('table', { name: /^What annotator-/ })).toHaveCount(2)
  await expect(page.getByText('Wrong result: the differential was not substituted.')).toBeVisible()
  await page.getByRole('link', { name: 'Next item of the list' }).click()
  await expect(page.getByText(`2 of ${count}`)).toBeVisible()

  await expectAccessible(page)

  await page.goto(`${finished}/results/agreement`)
  await expect(page.getByRole('table', { name: /^Krippendorff’s α of each two annotators: Score/ })).toBeVisible()
  await page.getByRole('link', { name: 'Common units' }).click()
  await expect(page.getByRole('table', { name: /^Units that each two annotators judged/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'By model' }).getByRole('row')).toHaveCount(4)
  await expectAccessible(page)
  await page.goto(`${finished}/results/items?model=none-of-these`)
  await expect(page.getByText('"model" is not understood')).toBeVisible()
})

test('what a study can find is said before it opens', async ({ page }) => {
  const slug = `planned-${randomBytes(4).toString('hex')}`
  expect((await assay('study', 'create', '--preset', 'preference', '--name', 'Planned', '--slug', slug)).code).toBe(0)
  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto(`/studies/${slug}`)
  await page.getByRole('link', { name: 'Planning' }).click()
  await page.getByLabel('Items', { exact: true }).fill('52')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await expect(page).toHaveURL(/items=52/)
  await expect(page.getByText('52 items have 10% power to find these wins and losses')).toBeVisible()
  await expect(page.getByRole('row', { name: /^52 planned/ })).toContainText('10.3%')
  await expectAccessible(page)
  // Ties of a study whose results may be read.
  await page.getByLabel('Spread and ties of').selectOption('Demo: general chat, finished')
  await page.getByRole('button', { name: 'Calculate' }).click()
  await expect(page.getByText(/of its comparisons are ties/)).toBeVisible()
  await page.goto(`/studies/${slug}/planning?wins=90&losses=90`)
  await expect(page.getByText('Some values in the address cannot be')).toBeVisible()
})
