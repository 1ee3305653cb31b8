import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { assay } from './fixtures/command-line'
import { countJudgments, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

test('a draft that the close overtook is accepted, and its annotator’s statement can be downloaded', async ({
  page,
  browser,
}, info) => {
  const annotator = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' }] })
  const slug = await openStudy(info, [annotator], [{ prompt: 'Made-up prompt', responses: ['One', 'Two'] }])
  await signIn(page, annotator)
  await beginJudging(page, slug)
  await expect(page.getByText('0 of 2 scored')).toBeVisible()
  for (const key of ['7', 'Enter', '9', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByText('2 of 2 scored')).toBeVisible()
  await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved')
  expect((await assay('study', 'close', slug, '--accept-unfinished')).code).toBe(0)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The study was closed before it arrived.')).toBeVisible()
  expect(await countJudgments(slug)).toBe(0)

  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, await makeUser({ role: 'ADMIN' }))
  await admin.goto(`/studies/${slug}/flags`)
  const drafts = admin.locator('#drafts')
  await expect(drafts).toContainText('Study closed')
  await expectAccessible(admin)
  await drafts.getByRole('button', { name: 'Accept' }).click()
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Accept' }).click()
  await expect(drafts).toContainText('No such drafts')
  expect(await countJudgments(slug)).toBe(1)

  await admin.goto(`/studies/${slug}/progress`)
  await admin.getByRole('button', { name: `Daily statement of ${annotator.name}` }).click()
  const download = admin.waitForEvent('download')
  await admin.getByRole('menuitem', { name: 'Last twelve months' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(
    /^\ufeff?date,study,study_name,judged,skipped,active_seconds\n\d{4}-\d\d-\d\d,judging-/,
  )
  const query = new URLSearchParams({ person: annotator.id, from: '2026-01-01', to: '2026-12-31', timeZone: 'UTC' })
  expect((await page.request.get(`/api/downloads/statement?${query}`)).status()).toBe(403)
})
