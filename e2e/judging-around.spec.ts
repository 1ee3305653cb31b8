import { expect, test } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility'
import { beginAnew, press, prompt } from './fixtures/chat-items'
import { countJudgments } from './fixtures/open-study'

test('skip, flag, revise, and the pages around the work', async ({ page }, info) => {
  const slug = await beginAnew(page, info, 3)
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
