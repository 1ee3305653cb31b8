import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { type Browser, expect, type Page, type TestInfo, test } from '@playwright/test'
import { type MadeUser, makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { assay } from './fixtures/command-line'
import { signIn } from './fixtures/sign-in'

test.describe.configure({ timeout: 180_000 })

const languages = [{ tag: 'en', proficiency: 'NATIVE' as const }]
const rubric = [
  { id: 'setup', text: 'Sets up the made-up problem.', maximum: 1, grading: 'met' },
  { id: 'proof', text: 'Proves the made-up claim step by step.', maximum: 2, grading: 'partly' },
  { id: 'result', text: 'States the made-up result with its unit.', maximum: 12, grading: 'points' },
]

const run = async (...args: string[]) => {
  const { code, stdout, stderr } = await assay(...args)
  expect(code, stderr).toBe(0)
  return stdout
}

/** An open study from the preset: one item with a rubric, two models, two experts. */
async function openRubricStudy(info: TestInfo, experts: MadeUser[]): Promise<string> {
  const slug = `rubric-${randomBytes(4).toString('hex')}`
  const file = info.outputPath('items.jsonl')
  const responses = ['first', 'second'].map(name => ({ model: `made-up ${name}`, text: `The ${name} made-up answer.` }))
  const item = {
    id: `${slug}-1`,
    language: 'en',
    category: 'Mathematics',
    prompt: 'A made-up problem',
    rubric,
    responses,
  }
  writeFileSync(file, JSON.stringify(item))
  await run('study', 'create', '--preset', 'expert-rubric', '--name', `Study ${slug}`, '--slug', slug)
  await run('import', file, '--study', slug)
  await runStatement(
    'INSERT INTO study_annotators (study_id, user_id) SELECT s.id, p.id FROM studies s, unnest($2::uuid[]) p(id) WHERE s.slug = $1',
    [slug, experts.map(person => person.id)],
  )
  await run('study', 'open', slug)
  return slug
}

const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`)
const focused = (page: Page, name: string) => expect(part(page, name)).toBeFocused()
const judgedOf = (page: Page, slug: string) =>
  page.getByRole('article', { name: `Study ${slug}` }).getByText(/1 judged/)

/** Waits until the page listens to keys and has fetched those of the checklist. */
async function takesKeys(page: Page) {
  await expect(page.locator('article[id^="response-"]:focus')).toBeVisible()
  await expect(part(page, 'point setup 1')).toBeVisible()
  await page.waitForLoadState('networkidle')
}

/** Which response of the item stands in a slot, by its text. */
const isFirst = (page: Page, slot: number) =>
  page.locator(`[id^="response-${slot}-"]`).getByText('The first made-up answer.').isVisible()

/**
 * Judges by keyboard alone: the first model's response gets 1 + 2 + 12 (100), the second's 0 + 1 + 6 of 15, each deduction
 * with its reason.
 */
async function judge(page: Page, slug: string) {
  await beginJudging(page, slug)
  await takesKeys(page)
  for (const slot of [1, 2]) {
    const full = await isFirst(page, slot)
    await page.keyboard.press(full ? '1' : '0')
    if (!full) {
      await focused(page, `reason setup ${slot}`)
      await page.keyboard.type('Nothing is set up.')
      await page.keyboard.press('Enter')
    }
    await focused(page, `point proof ${slot}`)
    await page.keyboard.press(full ? '2' : '1')
    if (!full) {
      await focused(page, `reason proof ${slot}`)
      await page.keyboard.type('A step is missing.')
      await page.keyboard.press('Enter')
    }
    await focused(page, `point result ${slot}`)
    await page.keyboard.press(full ? '1' : '6')
    await focused(page, `value result ${slot}`)
    if (full) await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    if (!full) {
      await focused(page, `reason result ${slot}`)
      await page.keyboard.type('Without a unit.')
      await page.keyboard.press('Enter')
    }
    if (slot === 1) await expect(page.locator('[id^="response-2-"]:focus')).toBeVisible()
  }
}

async function openPage(browser: Browser, person: MadeUser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage()
  await signIn(page, person)
  return page
}

test('two experts judge by keyboard, a point changes, both judge that point alone, and the numbers are right', async ({
  browser,
}, info) => {
  const experts = [await makeUser({ languages, name: 'Expert One' }), await makeUser({ languages, name: 'Expert Two' })]
  const slug = await openRubricStudy(info, experts)
  const pages = [await openPage(browser, experts[0] as MadeUser), await openPage(browser, experts[1] as MadeUser)]
  for (const [index, page] of pages.entries()) {
    await judge(page, slug)
    if (index === 0) {
      await expectAccessible(page)
      await page.screenshot({ path: info.outputPath('checklist.png') })
      await page.setViewportSize({ width: 390, height: 780 })
      await page.screenshot({ path: info.outputPath('checklist-phone.png') })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(390)
      await page.setViewportSize({ width: 1400, height: 900 })
      // A deduction without a reason is not taken: the page goes to the field.
      const slot = (await isFirst(page, 1)) ? 2 : 1
      await part(page, `reason proof ${slot}`)
        .or(part(page, `point proof ${slot}`))
        .first()
        .focus()
      await part(page, `reason proof ${slot}`).fill('')
      await page.keyboard.press('Control+Enter')
      await focused(page, `reason proof ${slot}`)
      await page.keyboard.type('A step is missing.')
    }
    const stored = page.waitForResponse(answer => answer.url().includes('judgments.submit') && answer.ok())
    await page.keyboard.press('Control+Enter')
    await stored
    await page.goto('/work')
    await expect(judgedOf(page, slug)).toBeVisible()
  }

  const admin = await openPage(browser, await makeUser({ role: 'ADMIN', name: 'Admin Who Changes' }))
  const [item] = await runStatement<{ id: string }>(
    'SELECT i.id FROM items i JOIN studies s ON s.id = i.study_id WHERE s.slug = $1',
    [slug],
  )
  await admin.goto(`/studies/${slug}/items/${item?.id}`)
  await admin.getByRole('button', { name: 'Edit the rubric' }).click()
  await admin.getByLabel('Text of point 2').fill('Proves the made-up claim, and names its assumptions.')
  await admin.getByRole('button', { name: 'Save as version 2' }).click()
  const dialog = admin.getByRole('alertdialog')
  await expect(dialog.getByText('2 judgments go back')).toBeVisible()
  await expect(dialog.getByText('Expert Two: 1 judgment')).toBeVisible()
  await admin.screenshot({ path: info.outputPath('save-rubric.png') })
  await dialog.getByLabel('Message to the annotators').fill('Assumptions count from now on.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('Version 2', { exact: true }).first()).toBeVisible()
  await admin.getByText('Versions', { exact: true }).click()
  await expect(admin.getByText('Changed', { exact: true })).toBeVisible()
  await expectAccessible(admin)
  await admin.screenshot({ path: info.outputPath('item-rubric.png'), fullPage: true })

  for (const [index, page] of pages.entries()) {
    await page.goto('/work')
    const returned = page.getByRole('region', { name: 'One judgment was returned to you' })
    await expect(returned.getByText('Assumptions count from now on.')).toBeVisible()
    await expectAccessible(page)
    if (index === 0) await page.screenshot({ path: info.outputPath('returned.png') })
    await returned.getByRole('link', { name: 'Look again' }).click()
    await takesKeys(page)
    await expect(page.getByText('One point of the rubric has changed')).toBeVisible()
    expect(await page.content()).not.toContain('Admin Who Changes')
    if (index === 0) await page.screenshot({ path: info.outputPath('judged-again.png') })
    for (const slot of [1, 2]) {
      // Two keys: only the changed point is open, in each response. The first model's proof now is worth half of it.
      const full = await isFirst(page, slot)
      await page.keyboard.press(full ? '1' : '2')
      if (full) {
        await focused(page, `reason proof ${slot}`)
        await page.keyboard.type('No assumptions.')
        await page.keyboard.press('Enter')
      }
      if (slot === 1) await expect(page.locator('[id^="response-2-"]:focus')).toBeVisible()
    }
    await page.keyboard.press('Control+Enter')
    await expect(page).toHaveURL(/\/work\/judgments/)
    await expect(page.getByText('Version 2')).toBeVisible()
    await page.goto('/work')
    await expect(page.getByText('returned to you')).toHaveCount(0)
  }

  // An admin looks at a judgment, and returns it with a message of their own.
  await admin.goto(`/studies/${slug}/review`)
  await expect(admin).toHaveURL(/review\/judgments/)
  await expectAccessible(admin)
  await admin.getByRole('table').getByRole('link').first().click()
  await expect(part(admin, 'point proof 1')).toBeVisible()
  await expect(admin.getByText('made-up first', { exact: true })).toHaveCount(0)
  await admin.screenshot({ path: info.outputPath('review.png') })
  await admin.getByRole('button', { name: 'Return', exact: true }).click()
  await admin.getByRole('alertdialog').getByLabel('Message').fill('Please look at the setup again.')
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Return', exact: true }).click()
  await expect(admin.getByText('With the annotator')).toBeVisible()
  await admin.getByRole('button', { name: 'Withdraw the return' }).click()
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Withdraw the return' }).click()
  await expect(admin.getByText(/^Withdrawn/)).toBeVisible()

  // Sealed until it is closed and unblinded.
  await admin.goto(`/studies/${slug}/results`)
  await expect(admin.getByText('This study is blind')).toBeVisible()
  expect((await admin.request.get(`/api/downloads/studies/${slug}/rubrics`)).status()).toBe(403)
  await run('study', 'close', slug)
  await run('study', 'unblind', slug, '--reason', 'Everything is judged')
  await admin.goto(`/studies/${slug}/results/rubric`)
  const table = admin.getByRole('table', { name: /^Mean scores/ })
  // (1 + 1 + 12) / 15 and (0 + 2 + 6) / 15.
  await expect(
    table
      .getByRole('row', { name: /made-up first/ })
      .getByRole('cell')
      .first(),
  ).toContainText('93.3')
  await expect(
    table
      .getByRole('row', { name: /made-up second/ })
      .getByRole('cell')
      .first(),
  ).toContainText('53.3')
  await expectAccessible(admin)
  await admin.screenshot({ path: info.outputPath('results.png'), fullPage: true })
  const csv = await (await admin.request.get(`/api/downloads/studies/${slug}/rubrics`)).text()
  expect(csv).toContain('(all),(all),made-up first,1,93.333333333333,93.3')
  const rates = await (await admin.request.get(`/api/downloads/studies/${slug}/rubrics?rows=rates`)).text()
  expect(rates).toContain('made-up second,1,53.3333')
  const ratings = await (await admin.request.get(`/api/downloads/studies/${slug}/ratings`)).text()
  expect(ratings).toContain('checklist')
})
