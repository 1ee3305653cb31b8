import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

test('an annotator asks about an item by keyboard, an admin answers without a name, and the answer is found', async ({
  page,
  browser,
}, info) => {
  const person = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' }] })
  const slug = await openStudy(info, [person], [{ prompt: 'Made-up prompt', responses: ['One', 'Two'] }])
  await signIn(page, person)
  const shown = page.waitForResponse(answer => answer.url().includes('assignments.showAssignment') && answer.ok())
  await beginJudging(page, slug)
  await shown
  await page.keyboard.press('q')
  const sheet = page.getByRole('dialog', { name: 'Ask the team' })
  await sheet.getByLabel('Your question').fill('Does half an answer meet the need?')
  await page.keyboard.press('Control+Enter')
  await expect(sheet.getByRole('list', { name: 'Messages' })).toContainText('Does half an answer meet the need?')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  const admin = await makeUser({ role: 'ADMIN' })
  const office = await (await browser.newContext()).newPage()
  await signIn(office, admin)
  await office.goto(`/studies/${slug}/review/messages?unanswered=true`)
  const thread = office.getByRole('listitem').filter({ hasText: 'Does half an answer' }).first()
  await expect(thread.getByText('1 new')).toBeVisible()
  await thread.getByText('Answer', { exact: true }).click()
  const answer = thread.getByLabel(/^Answer to/)
  await answer.fill('Made-up model 1 never meets it')
  await thread.getByRole('button', { name: 'Send' }).click()
  await expect(thread.getByRole('alert')).toContainText('names a model')
  await answer.fill('No: the whole need must be met.')
  await expectAccessible(office)
  await thread.getByRole('button', { name: 'Send' }).click()
  await expect(office.getByText('Everything is answered')).toBeVisible()
  await office.context().close()

  await page.goto('/work/messages')
  await expect(page.getByText('1 new answer')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Made-up prompt' }).click()
  await expect(sheet.getByText('No: the whole need must be met.')).toBeVisible()
  await expect(sheet).not.toContainText(admin.email)
  await page.goto('/work/messages')
  await expect(page.getByText('1 new answer')).toBeHidden()
})
