import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { assay } from './fixtures/command-line'
import { openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

/** Scores A and B by keyboard; the order of slots is whatever it is. */
async function judge(page: Page, slug: string, scores: [string, string]) {
  const shown = page.waitForResponse(answer => answer.url().includes('assignments.showAssignment') && answer.ok())
  await beginJudging(page, slug)
  await shown
  for (const score of scores) {
    await page.keyboard.type(score)
    await page.keyboard.press('Enter')
  }
}

test('what two people see differently is decided by a third, who judges first', async ({ browser }, info) => {
  test.setTimeout(120_000)
  const languages = [{ tag: 'en', proficiency: 'NATIVE' as const }]
  const people = [await makeUser({ languages }), await makeUser({ languages }), await makeUser({ languages })]
  const [first, second, third] = people
  if (!first || !second || !third) throw new Error('nobody')
  const slug = await openStudy(info, people, [{ prompt: 'Made-up prompt', responses: ['One', 'Two'] }])
  // As if the protocol had said so before the study opened.
  await runStatement(
    `UPDATE protocols SET definition = jsonb_set(definition, '{quality,disagreement}', '{"criterion": "score", "difference": 2}')
     WHERE study_id = (SELECT id FROM studies WHERE slug = $1)`,
    [slug],
  )
  await runStatement(
    `INSERT INTO places (study_id, item_id, round, pick_key, slot_order, language, category_id)
     SELECT study_id, item_id, 2, 1, slot_order, language, category_id FROM places WHERE study_id = (SELECT id FROM studies WHERE slug = $1) ON CONFLICT DO NOTHING`,
    [slug],
  )
  const pageOf = async (person: (typeof people)[number]) => {
    const page = await (await browser.newContext()).newPage()
    await signIn(page, person)
    return page
  }
  for (const [person, scores] of [
    [first, ['9', '8']],
    [second, ['5', '4']],
  ] as const) {
    const page = await pageOf(person)
    await judge(page, slug, [...scores])
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Nothing to judge').first()).toBeVisible()
    await page.context().close()
  }

  const office = await pageOf(await makeUser({ role: 'ADMIN' }))
  await office.goto(`/studies/${slug}/review/disagreements`)
  // What the clock does every minute.
  await runStatement(`SELECT graphile_worker.add_job('adjudication.find-disagreements', '{}')`, [])
  await expect(async () => {
    await office.reload()
    // The second person had the responses the other way round: 9 against 4.
    await expect(office.getByText('5 apart')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expectAccessible(office)
  await office.getByRole('button', { name: 'Name an adjudicator' }).click()
  const dialog = office.getByRole('alertdialog')
  await dialog.getByLabel('Person').selectOption({ label: third.name })
  await dialog.getByRole('button', { name: 'Name an adjudicator' }).click()
  await expect(office.getByText('1 to decide')).toBeVisible()

  const page = await pageOf(third)
  await judge(page, slug, ['7', '7'])
  await expect(page.getByText('You decide a disagreement')).toBeVisible()
  const locked = page.waitForResponse(answer => answer.url().includes('judgments.reveal') && answer.ok())
  await page.keyboard.press('Control+Enter')
  await locked
  const table = page.getByRole('region', { name: 'Judgments to decide between' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table.getByRole('columnheader')).toHaveText(['What', 'You, at first', 'Annotator 1', 'Annotator 2'])
  await expectAccessible(page)
  const submitted = page.waitForResponse(answer => answer.url().includes('judgments.submit') && answer.ok())
  await page.keyboard.press('Control+Enter')
  await submitted
  await office.goto(`/studies/${slug}/review/disagreements?state=decided`)
  await expect(office.getByText(`decided by ${third.name}`)).toBeVisible()
  const rows = await runStatement<{ occasion: string }>(
    `SELECT occasion::text FROM judgments WHERE study_id = (SELECT id FROM studies WHERE slug = $1) ORDER BY submitted_at`,
    [slug],
  )
  expect(rows.map(row => row.occasion)).toEqual(['FIRST', 'FIRST', 'ADJUDICATION'])
  await expectBothResults(office, slug)
})

/** (9 + 4) / 2 and (8 + 5) / 2 by the annotators; 7 and 7 by the adjudicator. */
async function expectBothResults(page: Page, slug: string) {
  expect((await assay('study', 'close', slug, '--accept-unfinished')).code).toBe(0)
  expect((await assay('study', 'unblind', slug, '--reason', 'Nothing is left to judge')).code).toBe(0)
  await page.goto(`/studies/${slug}/results`)
  const cells = (mean: RegExp) => page.getByRole('table', { name: /^Mean scores/ }).getByText(mean)
  // In Overall and in the one category, of both models.
  await expect(cells(/^6\.50/)).toHaveCount(4)
  const choice = page.getByRole('navigation', { name: 'Judgments counted' })
  await choice.getByRole('link', { name: 'Adjudicated' }).click()
  await expect(page).toHaveURL(/\?judgments=adjudicated$/)
  await expect(cells(/^7\.00/)).toHaveCount(4)
  await expect(page.getByRole('figure').first()).toContainText('With 1 adjudicator’s decision')
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tables', exact: true }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toBe(`${slug}-scores-adjudicated.csv`)
  const { stdout } = await assay('results', slug, '--judgments', 'adjudicated')
  expect(stdout).toContain('7.00')
  expect(stdout).toContain('Adjudicated: 1 decision')
  expect((await assay('results', slug)).stdout).not.toContain('7.00')
}
