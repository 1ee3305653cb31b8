import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { beginAnew, press } from './fixtures/chat-items'
import { signIn } from './fixtures/sign-in'

test('progress is seen while people judge, and the study is blind', async ({ browser, page }, info) => {
  const slug = await beginAnew(page, info, 3)
  const office = await (await browser.newContext()).newPage()
  await signIn(office, await makeUser({ role: 'ADMIN' }))
  await office.goto(`/studies/${slug}/progress`)
  const table = office.getByRole('table', { name: 'By language and category' })
  await expect(table.getByRole('row', { name: /^English/ })).toContainText('0 / 6')
  await expect(office.getByText('These figures could not be read again')).toBeHidden()

  await press(page, '8', 'Enter', '7', 'Enter', '6', 'Control+Enter')
  await expect(table.getByRole('row', { name: /^English/ })).toContainText('1 / 6')
  await expectAccessible(office)

  const whose = office.getByRole('combobox', { name: 'Whose judgments' })
  await whose.selectOption({ index: 1 })
  await expect(office.getByRole('table', { name: /^Judgments of .* by language and category/ })).toContainText('1')
  await office.reload()
  await expect(whose.locator('option:checked')).not.toHaveText('Everybody')
})
