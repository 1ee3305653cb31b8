import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { assay } from './fixtures/command-line'
import { countJudgments, type ItemLine, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

const languages = [{ tag: 'en', proficiency: 'NATIVE' as const }]
const items = (count: number): ItemLine[] =>
  Array.from({ length: count }, (_, index) => ({
    prompt: `Made-up prompt ${index + 1}`,
    responses: [1, 2].map(model => `Made-up answer ${model} to prompt ${index + 1}`),
  }))

/** Every dimension is asked everywhere, and one judgment is enough. */
const askAll = (slug: string) =>
  runStatement(
    `UPDATE protocols p SET definition = jsonb_set(jsonb_set(p.definition, '{overlap,extraAnnotators}', '0'), '{criteria}',
       (SELECT jsonb_agg(c || '{"asked": 1}') FROM jsonb_array_elements(p.definition->'criteria') c))
     FROM studies s WHERE s.id = p.study_id AND s.slug = $1`,
    [slug],
  )

const row = (page: Page, label: string) => page.getByRole('group', { name: label, exact: true })
const pressed = (page: Page, label: string) => row(page, label).getByRole('button', { pressed: true })

async function begin(page: Page, slug: string) {
  await beginJudging(page, slug)
  await expect(row(page, 'Overall')).toBeVisible()
}

test('pairs from the preset, judged by keyboard, in results and preference data', async ({ page, browser }, info) => {
  test.setTimeout(240_000)
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], items(3), askAll, 'preference')
  await signIn(page, person)
  await begin(page, slug)
  await expectAccessible(page)
  await expect(page.getByRole('article', { name: /^Response/ })).toHaveCount(2)
  expect(await page.content()).not.toContain('made-up model')

  // Each digit answers the first question that is open, and the next one gets the next.
  for (const key of ['1', 't', '3', '2']) await page.keyboard.press(key)
  await expect(pressed(page, 'Instruction following')).toHaveAccessibleName('A: Better')
  await expect(pressed(page, 'Safety')).toHaveAccessibleName('Tie')
  await expect(pressed(page, 'Factual correctness')).toHaveAccessibleName('B: Better')
  await expect(pressed(page, 'Overall')).toHaveAccessibleName('A: Better')
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('pair.png') })

  // What stands nearer to the middle on B's side; then a digit that is no answer changes nothing.
  const first = page.url()
  await page.keyboard.press('Control+Enter')
  await expect(page).not.toHaveURL(first)
  await expect(pressed(page, 'Overall')).toHaveCount(0)
  for (const key of ['9', '3', 't', '3', '6']) await page.keyboard.press(key)
  await expect(pressed(page, 'Instruction following')).toHaveAccessibleName('B: Better')
  await expect(pressed(page, 'Overall')).toHaveAccessibleName('B: Barely better')
  // Backspace takes out what was entered last, and then what was entered before it.
  const second = page.url()
  await page.keyboard.press('Backspace')
  await expect(pressed(page, 'Overall')).toHaveCount(0)
  await page.keyboard.press('Backspace')
  await expect(pressed(page, 'Factual correctness')).toHaveCount(0)
  await expect(pressed(page, 'Instruction following')).toHaveAccessibleName('B: Better')
  for (const key of ['3', 'u']) await page.keyboard.press(key)
  await expect(pressed(page, 'Factual correctness')).toHaveAccessibleName('B: Better')
  await expect(pressed(page, 'Overall')).toHaveAccessibleName('Both unusable')
  await page.keyboard.press('Control+Enter')
  await expect(page).not.toHaveURL(second)

  // By mouse on a phone.
  await page.setViewportSize({ width: 390, height: 844 })
  for (const label of ['Instruction following', 'Safety', 'Factual correctness'])
    await row(page, label).getByRole('button', { name: 'Tie' }).click()
  await row(page, 'Overall').getByRole('button', { name: 'A: Much better' }).click()
  await expect(pressed(page, 'Overall')).toHaveAccessibleName('A: Much better')
  await page.screenshot({ path: info.outputPath('pair-phone.png') })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect.poll(() => countJudgments(slug)).toBe(3)

  // Preference data of a blind, open study: once the day's batch is accepted on its sample.
  const admin = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await signIn(admin, await makeUser({ role: 'ADMIN' }))
  const preferences = `/studies/${slug}/review/preferences`
  const data = async () => {
    const answer = await admin.request.get(`/api/downloads/studies/${slug}/preferences`)
    expect(answer.status()).toBe(200)
    return (await answer.text()).split('\n').filter(Boolean)
  }
  await admin.goto(preferences)
  await expect(admin.getByText('Day goes on')).toBeVisible()
  expect(await data()).toEqual([])
  await runStatement(
    `UPDATE judgments j SET submitted_at = j.submitted_at - interval '1 day' FROM studies s WHERE s.id = j.study_id AND s.slug = $1`,
    [slug],
  )
  await admin.reload()
  await expectAccessible(admin)
  await admin.screenshot({ path: info.outputPath('batches.png') })
  await admin.getByRole('link', { name: /^Look at the sample of/ }).click()
  await expect(admin.getByRole('article', { name: /^Item / })).toHaveCount(3)
  expect(await admin.content()).not.toContain('made-up model')
  await expectAccessible(admin)
  await admin.screenshot({ path: info.outputPath('sample.png'), fullPage: true })
  await admin.getByRole('button', { name: 'Accept' }).click()
  const dialog = admin.getByRole('alertdialog')
  await dialog.getByLabel('Reason').fill('The sample reads well')
  await dialog.getByRole('button', { name: 'Accept' }).click()
  await expect(admin.getByText('Accepted', { exact: true })).toBeVisible()
  // Of the three, one was "both unusable".
  const lines = (await data()).map(line => JSON.parse(line))
  expect(lines.map(line => [line.batch, line.strength]).sort()).toEqual([
    ['accepted', 3],
    ['accepted', 4],
  ])
  expect(JSON.stringify(lines)).not.toContain('made-up model')
  const exported = await assay('export', slug, '--table', 'preferences', '--since', String(lines[0]?.cursor))
  expect(exported.stdout.trim().split('\n')).toHaveLength(1)

  // Results: sealed first.
  await admin.goto(`/studies/${slug}/results/head-to-head`)
  await expect(admin.getByText('This study is blind')).toBeVisible()
  expect((await admin.request.get(`/api/downloads/studies/${slug}/comparisons`)).status()).toBe(403)
  expect((await assay('study', 'close', slug, '--accept-unfinished')).code).toBe(0)
  expect((await assay('study', 'unblind', slug, '--reason', 'Nothing is left to judge')).code).toBe(0)
  await admin.goto(`/studies/${slug}/results/head-to-head`)
  const matrix = admin.getByRole('table', { name: /^Wins, ties and losses of each model/ })
  await expect(matrix.getByRole('rowheader')).toHaveCount(2)
  await expect(matrix).toContainText('1 tied')
  await expectAccessible(admin)
  await admin.screenshot({ path: info.outputPath('head-to-head.png'), fullPage: true })
  await admin.getByLabel('Compared by').selectOption('Safety')
  await admin.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(admin).toHaveURL(/criterion=safety/)
  await expect(matrix).toContainText('3 tied')
  const download = admin.waitForEvent('download')
  await admin.getByRole('link', { name: 'Comparisons by item (CSV)' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  expect(text.split('\n')[0]).toBe('item,language,category,model_a,model_b,outcome,judgments,source')
  expect(text.trim().split('\n')).toHaveLength(4)
})
