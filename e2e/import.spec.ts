import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility'
import { demoAccount, signIn } from './fixtures/sign-in'

/** A draft study of its own, through the application's own procedure. */
async function createStudy(page: Page, name: string): Promise<string> {
  const answer = await page.request.post('/api/trpc/studies.create', {
    data: { json: { name, preset: 'general-chat' } },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  const { result } = await answer.json()
  return result.data.json.slug
}

const line = (id: number, rest: Record<string, unknown> = {}) =>
  JSON.stringify({
    id: `item-${id}`,
    language: id % 2 ? 'en' : 'ar',
    category: 'math',
    prompt: id % 2 ? `What is ${id} + ${id}?` : `ما هو ${id} + ${id}؟`,
    reference: String(id + id),
    responses: ['model-a', 'model-b', 'model-c'].map(model => ({ model, text: `${model} says ${id + id}` })),
    ...rest,
  })

async function dropFile(page: Page, name: string, content: string) {
  const transfer = await page.evaluateHandle(
    ([fileName = '', text = '']) => {
      const data = new DataTransfer()
      data.items.add(new File([text], fileName))
      return data
    },
    [name, content],
  )
  await page.getByRole('group', { name: /Drop JSON Lines/ }).dispatchEvent('drop', { dataTransfer: transfer })
}

// A busy machine with two cores: each of these walks through a whole import.
test.describe.configure({ timeout: 120_000 })

test.beforeEach(({ page }) => signIn(page, demoAccount('admin')))

test('a file is dropped, checked, its problems are read and its categories mapped, and it is imported', async ({
  page,
}) => {
  const slug = await createStudy(page, 'Import by drag and drop')
  await page.goto(`/studies/${slug}/import`)
  await expectAccessible(page)
  const lines = [line(1), line(2, { category: 'dialect' }), '{"id": "broken"', line(3, { prompt: ' ' }), line(4)]
  await dropFile(page, 'items.jsonl', lines.join('\n'))

  // The address is the import's own from here on.
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/)
  await expect(page.getByText('One category is not known')).toBeVisible()
  const problems = page.getByRole('table', { name: 'Problems' })
  await expect(problems.getByRole('row', { name: /^3 Error .*not valid JSON/ })).toBeVisible()
  await expect(problems.getByRole('row', { name: /^4 Error prompt .*empty/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import 2 items' })).toBeDisabled()
  await expectAccessible(page)

  await page.getByLabel('Search in the problems').fill('JSON')
  await expect(problems.getByRole('row')).toHaveCount(2)
  await expect(page).toHaveURL(/problem=JSON/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('import-problems.csv')

  await page.getByLabel('What “dialect” is').selectOption({ label: 'Make a new category' })
  await page.getByRole('textbox', { name: 'Name of the new category' }).fill('Dialects')
  await page.getByRole('button', { name: 'Apply and check again' }).click()
  await expect(page.getByText('One category is not known')).toBeHidden()
  await page.getByRole('button', { name: 'Import the good lines' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Import the good lines' }).click()
  await expect(page.getByText('3 items and 9 responses were added to the study.')).toBeVisible()

  await page.getByRole('link', { name: 'Look at the items' }).click()
  await expect(page.getByRole('table', { name: 'Items' }).getByRole('row')).toHaveCount(4)
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Category' }).selectOption({ label: 'Dialects (1)' })
  await expect(page.getByRole('table', { name: 'Items' }).getByRole('row')).toHaveCount(2)
  await page.getByRole('link', { name: 'item-2' }).click()
  await expect(page.getByRole('heading', { name: /^[ABC]$/ })).toHaveCount(3)
  await expectAccessible(page)
  await page.goto(`/studies/${slug}/models`)
  await expect(page.getByRole('row', { name: /^model-a 3/ })).toBeVisible()
  await expectAccessible(page)
})

test('the tab is closed after the upload; the import goes on and is found again, and can be taken back', async ({
  page,
  context,
}) => {
  const slug = await createStudy(page, 'Import without a tab')
  await page.goto(`/studies/${slug}/import`)
  await dropFile(page, 'many.jsonl', Array.from({ length: 4000 }, (_, index) => line(index)).join('\n'))
  await page.getByRole('button', { name: 'Import 4,000 items' }).click()
  await expect(page.getByText('Waiting for you')).toBeHidden()
  const address = page.url()
  await page.close()

  const later = await context.newPage()
  await later.goto(address)
  await expect(later.getByText('4,000 items and 12,000 responses were added to the study.')).toBeVisible({
    timeout: 30_000,
  })
  await later.getByRole('button', { name: 'Take the import back' }).click()
  await later.getByRole('alertdialog').getByRole('button', { name: 'Take the import back' }).click()
  await expect(later.getByText('This import was taken back')).toBeVisible()
  await later.goto(`/studies/${slug}/items`)
  await expect(later.getByText('This study has no items yet')).toBeVisible()
})

test('an upload that loses the network goes on where it stopped', async ({ page, context }) => {
  const slug = await createStudy(page, 'Import on a bad line')
  await page.goto(`/studies/${slug}/import`)
  const padding = 'x'.repeat(2000)
  const content = Array.from({ length: 5000 }, (_, index) => line(index, { note: padding })).join('\n')
  let sent = 0
  await page.route(/api\/uploads\/[^/]+\?.*offset/, async route => {
    sent += 1
    if (sent === 2) return route.abort('connectionreset')
    return route.continue()
  })
  await dropFile(page, 'large.jsonl', content)
  await expect(page.getByRole('button', { name: 'Import 5,000 items' })).toBeVisible({ timeout: 45_000 })
  // Three pieces; the second was lost once, the first was not sent again.
  expect(sent).toBe(4)
  await context.setOffline(false)
})
