import { writeFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { assay } from './fixtures/command-line'
import { openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

/** Gives everything there is to judge one and the same score. */
async function judgeAll(page: Page, slug: string, score: string, items: number) {
  await page.goto('/work')
  await page
    .getByRole('article', { name: `Study ${slug}` })
    .getByRole('button')
    .click()
  for (let item = 0; item < items; item++) {
    await expect(page.locator('article[id^="response-"]:focus')).toBeVisible()
    for (const response of ['A', 'B']) {
      await expect(page.getByRole('article', { name: `Response ${response}` })).toHaveAttribute('aria-current', 'true')
      await page.keyboard.type(score)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByText('2 of 2 scored')).toBeVisible()
    const submitted = page.waitForResponse(answer => answer.url().includes('judgments.submit') && answer.ok())
    await page.keyboard.press('Control+Enter')
    await (await submitted).finished()
  }
  await expect(page.getByText('Nothing to judge').first()).toBeVisible()
}

test('a model that is added later is judged beside anchors, and the results show the bridge', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(180_000)
  const person = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' }] })
  const items = [1, 2].map(item => ({
    prompt: `Made-up prompt ${item}`,
    responses: [`One to ${item}`, `Two to ${item}`],
  }))
  const slug = await openStudy(info, [person], items)
  const run = async (...args: string[]) => {
    const { code, stderr } = await assay(...args)
    expect(code, stderr).toBe(0)
  }
  await signIn(page, person)
  await judgeAll(page, slug, '8', 2)
  await run('study', 'close', slug, '--accept-unfinished')
  await run('study', 'extend', slug, '--reason', 'A newer model is compared with the old ones')
  const file = info.outputPath('later.jsonl')
  const later = items.map(({ prompt }, index) => ({
    id: `${slug}-${index + 1}`,
    language: 'en',
    prompt,
    responses: [{ model: 'made-up model 3', text: `Three to ${index + 1}` }],
  }))
  writeFileSync(file, later.map(line => JSON.stringify(line)).join('\n'))
  await run('import', file, '--study', slug)
  await judgeAll(page, slug, '6', 2)
  await run('study', 'close', slug, '--accept-unfinished')
  await run('study', 'unblind', slug, '--reason', 'Nothing is left to judge')

  const office = await (await browser.newContext()).newPage()
  await signIn(office, await makeUser({ role: 'ADMIN' }))
  await office.goto(`/studies/${slug}/results`)
  const bridge = office.getByRole('table', { name: 'Scores of the anchors, at first and again: Score' })
  const row = (model: number) => bridge.getByRole('row', { name: `made-up model ${model}` })
  // One anchor beside each new response, the old models in turn.
  for (const model of [1, 2]) await expect(row(model).getByRole('cell')).toHaveText(['8.00', '6.00', '−2.00', '1'])
  await expect(row(3)).toHaveCount(0)
  // The old scores stay, and the new model has its own.
  const means = office.getByRole('table', { name: /^Mean scores/ })
  await expect(means.getByRole('row', { name: 'made-up model 1' })).toContainText('8.00')
  await expect(means.getByRole('row', { name: 'made-up model 3' })).toContainText('6.00')
  await expectAccessible(office)
  await office.context().close()
})
