import { writeFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { type MadeUser, makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
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
  await office.goto(`/studies/${slug}/results/scores`)
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

/** Judges what is free by one rubric of ten points, and ranks the responses as they stand. */
const judgeByRubric = (slug: string, person: MadeUser, earned: number) =>
  runStatement(
    `WITH held AS (
       INSERT INTO assignments (id, place_id, study_id, item_id, user_id, occasion, variant, state, lease_until)
       SELECT DISTINCT ON (p.item_id) gen_random_uuid(), p.id, p.study_id, p.item_id, $2::uuid, p.occasion, p.variant, 'SUBMITTED'::"AssignmentState", now()
       FROM places p JOIN studies s ON s.id = p.study_id WHERE s.slug = $1 AND p.state = 'FREE' ORDER BY p.item_id, p.id
       RETURNING id, place_id, study_id, item_id, occasion),
     judged AS (
       INSERT INTO judgments (id, study_id, item_id, assignment_id, user_id, occasion, protocol_version, idempotency_key, payload_hash)
       SELECT gen_random_uuid(), h.study_id, h.item_id, h.id, $2::uuid, h.occasion, s.protocol_version, gen_random_uuid(), ''
       FROM held h JOIN studies s ON s.id = h.study_id RETURNING id, assignment_id),
     taken AS (UPDATE places SET state = 'JUDGED' WHERE id IN (SELECT place_id FROM held))
     INSERT INTO ratings (judgment_id, criterion, slot, response_id, value, choice)
     SELECT j.id, c.criterion, o.slot, o.id, CASE c.criterion WHEN 'rank' THEN o.slot END,
       CASE c.criterion WHEN 'points' THEN jsonb_build_object('kind', 'checklist', 'rubric', 1, 'points',
         jsonb_build_object('p1', jsonb_build_object('earned', $3::int, 'reason', 'Because.'))) END
     FROM judged j JOIN held h ON h.id = j.assignment_id JOIN places p ON p.id = h.place_id
       CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY o(id, slot) CROSS JOIN (VALUES ('points'), ('rank')) c(criterion)`,
    [slug, person.id, earned * 100],
  )

const addRanking = (slug: string) =>
  runStatement(
    `UPDATE protocols p SET definition = jsonb_set(p.definition::jsonb, '{criteria}', p.definition::jsonb->'criteria' || $2::jsonb)
     FROM studies s WHERE s.slug = $1 AND p.study_id = s.id`,
    [slug, JSON.stringify([{ kind: 'ranking', id: 'rank', label: 'Made-up order', scope: 'response', ties: true }])],
  )

test('rubrics have a bridge in points of 100, and rankings say how many comparisons link the models', async ({
  page,
}, info) => {
  test.setTimeout(120_000)
  const [person, admin] = [await makeUser(), await makeUser({ role: 'ADMIN' })]
  const rubric = [{ id: 'p1', text: 'A made-up point', maximum: 10 }]
  const items = [1, 2].map(item => ({
    prompt: `Made-up prompt ${item}`,
    responses: [`One to ${item}`, `Two to ${item}`],
    rubric,
  }))
  const slug = await openStudy(info, [person], items, addRanking, 'expert-rubric')
  const run = async (...args: string[]) => {
    const { code, stderr } = await assay(...args)
    expect(code, stderr).toBe(0)
  }
  await judgeByRubric(slug, person, 8)
  await run('study', 'close', slug, '--accept-unfinished')
  await run('study', 'extend', slug, '--reason', 'A newer model is compared with the old ones')
  const file = info.outputPath('later-rubric.jsonl')
  const later = items.map((_, index) => ({
    id: `${slug}-${index + 1}`,
    model: 'made-up model 3',
    text: `Three to ${index + 1}`,
  }))
  writeFileSync(file, later.map(line => JSON.stringify(line)).join('\n'))
  await run('import', file, '--study', slug)
  await judgeByRubric(slug, person, 5)
  await run('study', 'close', slug, '--accept-unfinished')
  await run('study', 'unblind', slug, '--reason', 'Nothing is left to judge')

  await signIn(page, admin)
  await page.goto(`/studies/${slug}/results/rubric`)
  const bridge = page.getByRole('table', { name: /^Scores of the anchors, at first and again/ })
  const row = bridge.getByRole('row', { name: /^made-up model [12]/ }).first()
  await expect(row.getByRole('cell').nth(0)).toHaveText('80.00')
  await expect(row.getByRole('cell').nth(1)).toHaveText('50.00')
  await expect(row.getByRole('cell').nth(2)).toContainText('−30.00')
  await expect(bridge.getByRole('row', { name: 'made-up model 3' })).toHaveCount(0)
  await expect(page.getByText('Points of 100. Judgments that lack points')).toBeVisible()
  await page.screenshot({ path: info.outputPath('rubric.png'), fullPage: true })
  await expectAccessible(page)

  await page.goto(`/studies/${slug}/results/head-to-head`)
  await expect(page.getByText(/Old and new models are linked by \d+ comparisons? of its responses/)).toBeVisible()
  await page.screenshot({ path: info.outputPath('head-to-head.png'), fullPage: true })
})
