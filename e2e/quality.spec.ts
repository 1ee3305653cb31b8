import { expect, type Page, type Response, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { type Purpose, plainItems, setPurposes, sweep } from './fixtures/checked-items'
import { countJudgments, openStudy } from './fixtures/open-study'
import { demoAccount, signIn } from './fixtures/sign-in'

// Long journeys: many items, one after the other.
test.describe.configure({ timeout: 240_000 })

const languages = [{ tag: 'en', proficiency: 'NATIVE' as const }]
const prompt = (page: Page) => page.getByRole('region', { name: 'Prompt', exact: true }).locator('.rendered')
const articles = (page: Page) => page.locator('article[id^="response-"]')
const judgingAddress = /\/work\/[0-9a-f-]{36}$/

/** The page listens to keys from when it has given a response the focus. */
const takesKeys = (page: Page) => expect(page.locator('article[id^="response-"]:focus')).toBeVisible()

async function begin(page: Page, slug: string) {
  await beginJudging(page, slug)
  await expect(page).toHaveURL(judgingAddress)
  await expect(articles(page).first()).toBeVisible()
}

/** Scores what is on the screen: well, or ten for everything. */
async function score(page: Page, well: boolean) {
  await expect(articles(page)).toHaveCount(2)
  await takesKeys(page)
  for (let slot = 0; slot < 2; slot++) {
    const isGood = (await articles(page).nth(slot).innerText()).includes('A good')
    await page.keyboard.press(well ? (isGood ? '8' : '4') : '1')
    await page.keyboard.press(well ? 'Enter' : '0')
  }
  await expect(page.getByText('2 of 2 scored')).toBeVisible()
}

/**
 * Scores, submits, and waits for the next item and for the answer: what is shown ahead of it is taken away again when the
 * server says that there is no more.
 */
async function judge(page: Page, well: boolean) {
  const address = page.url()
  await score(page, well)
  const submitted = page.waitForResponse(response => response.url().includes('judgments.submit') && response.ok())
  await page.keyboard.press('Control+Enter')
  await (await submitted).finished()
  await expect(page).not.toHaveURL(address)
  await expect(articles(page).first()).toBeVisible()
}

const purposes = (...groups: [Purpose, number][]) =>
  groups.flatMap(([purpose, count]) => Array<Purpose>(count).fill(purpose))

test('training: known answers after calibration, a qualification that is passed the second time', async ({
  page,
}, info) => {
  const person = await makeUser({ languages })
  const kinds = purposes(['CALIBRATION', 1], ['QUALIFICATION', 2], ['STUDY', 2])
  const slug = await openStudy(info, [person], plainItems(5), draft =>
    setPurposes(draft, kinds, { gold: { minimumPerAnnotator: 0 } }),
  )
  await signIn(page, person)
  await begin(page, slug)
  await expect(page.getByText('Training 1 of 3')).toBeVisible()
  await score(page, false)
  await page.keyboard.press('Control+Enter')
  const panel = page.getByRole('region', { name: 'Different from the expected answer' })
  await expect(panel).toContainText('better by at least 3')
  await expect(panel).toContainText('10 / 10')
  await expect(panel).toContainText('The poor answer leaves out half of it.')
  // The item stays beside its known answer, and nothing of it can be changed.
  await expect(articles(page)).toHaveCount(2)
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('feedback.png') })
  await expect(panel.getByRole('button', { name: 'Continue' })).toBeFocused()
  await page.keyboard.press('Enter')

  // A first attempt that fails: no answer is told, and it comes once more.
  await expect(page.getByText('Training 2 of 3')).toBeVisible()
  await judge(page, false)
  await expect(page.getByText('Training 3 of 3')).toBeVisible()
  await score(page, false)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('here it comes once more, in another order')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Training 1 of 2')).toBeVisible()
  await judge(page, true)
  await score(page, true)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Your work begins with the next item.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Training/)).toBeHidden()
  await expect(page.getByText('Your work begins')).toBeHidden()
  await judge(page, true)
  await expect.poll(() => countJudgments(slug)).toBe(6)
})

test('somebody who gives ten to everything is halted, the admins are told, and can let them go on', async ({
  page,
  browser,
}, info) => {
  const person = await makeUser({ languages })
  const kinds = purposes(['GOLD', 5], ['STUDY', 12])
  const slug = await openStudy(info, [person], plainItems(17), draft =>
    // Below this threshold with five misses, not with four.
    setPurposes(draft, kinds, { gold: { minimumPerAnnotator: 5, every: 2, action: 'halt', threshold: 0.45 } }),
  )
  await signIn(page, person)
  await begin(page, slug)
  // The sweep runs by the clock, too: nobody is halted before the last of the known answers is missed.
  const missed = async () =>
    (
      await runStatement<{ count: number }>(
        `SELECT count(*)::int AS count FROM judgments j JOIN items i ON i.id = j.item_id JOIN studies s ON s.id = j.study_id
         WHERE s.slug = $1 AND i.purpose = 'GOLD'`,
        [slug],
      )
    )[0]?.count ?? 0
  while ((await missed()) < 5) await judge(page, false)
  await sweep()
  const halted = async () =>
    (
      await runStatement<{ halted: boolean }>(
        `SELECT m.halted_at IS NOT NULL AS halted FROM study_annotators m JOIN studies s ON s.id = m.study_id WHERE s.slug = $1`,
        [slug],
      )
    )[0]?.halted
  await expect.poll(halted, { timeout: 20_000 }).toBe(true)
  // What is on the screen may be finished; then there is no more, and nobody says why.
  await score(page, false)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/nothing/i).first()).toBeVisible()
  await beginJudging(page, slug)
  await expect(page.getByText('Your work in this study has been paused.')).toBeVisible()

  const context = await browser.newContext()
  const admin = await context.newPage()
  await signIn(admin, demoAccount('admin'))
  await admin.goto(`/studies/${slug}`)
  await expect(admin.getByText('1 annotator needs a look')).toBeVisible()
  await admin.getByRole('link', { name: 'To quality' }).click()
  const row = admin.getByRole('row', { name: new RegExp(person.name) })
  await expect(row).toContainText('Halted')
  await expect(row).toContainText(/0 of \d/)
  await expectAccessible(admin)
  await admin.screenshot({ path: info.outputPath('quality.png'), fullPage: true })
  await row.getByRole('link').click()
  await expect(admin.getByRole('table')).toContainText('missed 1 known answer')
  await expect(admin.getByRole('table')).toContainText('same answer in a row')
  await expect(admin.locator('main')).not.toContainText('made-up model')
  await expectAccessible(admin)
  await admin.screenshot({ path: info.outputPath('noticed.png'), fullPage: true })
  await admin.getByRole('link', { name: 'All annotators' }).click()
  await row.getByRole('button', { name: 'Let go on' }).click()
  await admin.getByLabel('Reason').fill('Has read the guidelines again.')
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Let go on' }).click()
  await expect(row).toContainText('Working')
  await context.close()
  await begin(page, slug)
})

test('a hidden repeat has its responses elsewhere, and closes the first judgment for revision', async ({
  page,
}, info) => {
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], plainItems(2), draft =>
    setPurposes(draft, purposes(['STUDY', 2]), {
      gold: { minimumPerAnnotator: 0 },
      repeats: { share: 0.5, distance: 1 },
    }),
  )
  // Which of the two comes back is drawn; here both would, so that the first one has another between.
  await runStatement('UPDATE places SET repeat_after = 1 WHERE study_id = (SELECT id FROM studies WHERE slug = $1)', [
    slug,
  ])
  await signIn(page, person)
  await begin(page, slug)
  const seen: { prompt: string; first: string; address: string }[] = []
  for (let item = 0; item < 3; item++) {
    const first = await articles(page).first().innerText()
    seen.push({ prompt: await prompt(page).innerText(), first, address: page.url() })
    if (item < 2) await judge(page, true)
  }
  const repeat = seen.find((one, index) => seen.findIndex(other => other.prompt === one.prompt) < index)
  const original = seen.find(one => one.prompt === repeat?.prompt)
  if (!repeat || !original) throw new Error('no item came twice')
  expect(repeat.first.includes('A good')).not.toBe(original.first.includes('A good'))
  await page.goto(original.address)
  await expect(articles(page).first()).toBeVisible()
  await expect(page.getByText('It can be changed until')).toBeHidden()
})

/** Every key of an answer, with its path; lists count once. */
function keysOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(element => keysOf(element, `${at}[]`)))]
  if (typeof value !== 'object' || value === null) return [at]
  return Object.entries(value).flatMap(([key, member]) => keysOf(member, `${at}.${key}`))
}

test('silent gold items travel like all others: the same calls, with the same keys', async ({ page }, info) => {
  const person = await makeUser({ languages })
  const slug = await openStudy(info, [person], plainItems(10), draft =>
    setPurposes(draft, purposes(['GOLD', 4], ['STUDY', 6]), { gold: { minimumPerAnnotator: 4, every: 2 } }),
  )
  await signIn(page, person)
  const calls = new Map<string, { path: string; keys: string }[]>()
  let current = ''
  const note = async (response: Response) => {
    const item = current
    const { pathname } = new URL(response.url())
    if (!pathname.startsWith('/api/trpc/')) return
    const keys = keysOf(await response.json().catch(() => null))
      .sort()
      .join('\n')
    const path = pathname.replace('/api/trpc/', '')
    calls.set(item, [...(calls.get(item) ?? []), { path, keys }])
  }
  page.on('response', response => void note(response))
  // From here on the look-ahead is always in the browser.
  const ahead = page.waitForResponse(response => response.url().includes('assignments.showAssignment') && response.ok())
  await begin(page, slug)
  await ahead
  for (let item = 0; item < 8; item++) {
    current = page.url().split('/').at(-1) ?? ''
    const submitted = page.waitForResponse(response => response.url().includes('judgments.submit'))
    await judge(page, true)
    await (await submitted).finished()
  }
  const known = await runStatement<{ id: string; gold: boolean }>(
    `SELECT a.id, i.purpose = 'GOLD' AS gold FROM assignments a JOIN items i ON i.id = a.item_id JOIN studies s ON s.id = a.study_id WHERE s.slug = $1`,
    [slug],
  )
  const submissions = (gold: boolean) =>
    known
      .filter(one => one.gold === gold)
      .flatMap(one => (calls.get(one.id) ?? []).filter(call => call.path.includes('judgments.submit')))
  const shapes = (gold: boolean) =>
    new Set(submissions(gold).map(call => call.keys.replaceAll(/\.category\b.*$/gm, '')))
  expect(submissions(true).length).toBeGreaterThan(1)
  expect(submissions(false).length).toBeGreaterThan(1)
  for (const shape of shapes(true)) expect([...shapes(false)]).toContain(shape)
  const text = JSON.stringify([...calls.values()])
  expect(text).not.toMatch(/purpose|gold|expected|explanation|repeat/i)
})
