import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/sign-in'
import { makeCanaryStudy } from './canary-study'
import type { Net } from './net'
import { fillRoute, findRoute, listRoutes } from './routes'
import { runStatementOn } from './run-statement-on'
import { expectHeld, expectNoLeak, expectRandomIds, expectStrictPages } from './walk-proofs'
import { walkRefusedAddresses } from './walk-refusals'
import { startWalk, type Walker } from './walker'

// An annotator walks every screen there is, and nothing that reaches the browser says where a response is from.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

type Study = Awaited<ReturnType<typeof makeCanaryStudy>>

let walker: Walker<Study>
let study: Study
let net: Net
let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  walker = await startWalk(browser, 'walk', makeCanaryStudy)
  ;({ made: study, net, context, page } = walker)
})
test.afterAll(() => walker?.stop())

test('signing in, and the first visit', async () => {
  await page.goto('/')
  await net.look(page, 'start')
  await page.goto('/sign-in?to=%2Fwork')
  await page.getByLabel('E-mail').fill(study.annotator.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await net.look(page, 'wrong password')
  for (const { template } of listRoutes('page.tsx').filter(route => route.template.includes('[token]'))) {
    await page.goto(fillRoute(template, { token: 'a-token-that-nobody-made-up-yet' }))
    await net.look(page, template)
  }
  await signIn(page, study.newcomer)
  await page.goto('/work')
  await expect(page).toHaveURL(/\/welcome/)
  await net.look(page, 'welcome')
  await context.clearCookies()
  await signIn(page, study.annotator)
  await page.goto('/work')
  await expect(page.getByText('A study with canaries')).toBeVisible()
  await net.look(page, 'work')
})

test('judging: every dialog, key and mode', async () => {
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/work\/[0-9a-f-]{36}$/)
  await walker.takesKeys()
  await net.look(page, 'an item')
  for (const [key, name] of [
    ['g', 'guidelines'],
    ['?', 'keys'],
    ['x', 'cannot judge'],
    ['s', 'skip'],
    ['f', 'flag'],
    ['q', 'words with the team'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await net.look(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Show the tour of this page' }).click()
  const tour = page.getByRole('region', { name: 'Tour of this page' })
  await expect(tour).toBeVisible()
  await net.look(page, 'tour')
  await page.keyboard.press('Escape')
  await expect(tour).toHaveCount(0)
  for (const key of ['r', 'e', 'z', 'j', 'k']) {
    await page.keyboard.press(key)
    await net.look(page, `key ${key}`)
  }
  await page.keyboard.press('z')
  await page.keyboard.press('r')
  await walker.comment('A comment of the annotator.')
  await walker.scoreAll()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await net.look(page, 'scored')
  await page.reload()
  await walker.takesKeys()
  await expect(page.getByText(/of \d+ scored/)).toBeVisible()
  await net.look(page, 'reloaded')
  // Incomplete: the page says what is missing.
  await walker.goOn(walker.submit)
  await walker.submit()
  await net.look(page, 'refused to submit nothing')
})

test('cannot judge, flag, skip, offline, and two tabs', async () => {
  await page.keyboard.press('x')
  await page.getByRole('dialog').getByRole('textbox').fill('It cannot be read.')
  await page.getByRole('button', { name: 'Mark it' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await net.look(page, 'marked')
  await page.keyboard.press('f')
  await page.getByRole('dialog').getByRole('textbox').fill('The prompt is broken.')
  await page.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }).click()
  await expect(page.getByText('The admins have been told.')).toBeVisible()
  await net.look(page, 'flagged')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('s')
  await page.getByRole('dialog').getByRole('textbox').fill('I know nothing of this.')
  await walker.goOn(() => page.getByRole('dialog').getByRole('button', { name: 'Skip', exact: true }).click())
  await net.look(page, 'skipped')

  await context.setOffline(true)
  await walker.comment('Written without a connection.')
  await walker.scoreAll('8')
  await expect(page.getByText(/Offline/)).toBeVisible()
  await net.look(page, 'offline')
  await walker.submit()
  await net.look(page, 'submitted offline')
  const judged = await walker.count('judgments')
  await context.setOffline(false)
  await expect.poll(() => walker.count('judgments')).toBeGreaterThan(judged)
  await walker.articles().first().waitFor()
  await net.look(page, 'back')

  const other = await context.newPage()
  await other.goto(page.url())
  await walker.takesKeys(other)
  await other.keyboard.press('5')
  await other.keyboard.press('Enter')
  await expect(other.getByText('Saved', { exact: true })).toBeVisible()
  await net.look(other, 'second tab')
  await page.keyboard.press('9')
  await page.keyboard.press('Enter')
  await net.look(page, 'two tabs')
  await other.close()
})

test('all other items, until there is nothing left', async () => {
  await page.goto('/work')
  await page.getByRole('button', { name: 'Continue' }).click()
  await walker.articles().first().waitFor()
  for (let item = 0; item < 4; item++) {
    // Drawn by the server, too, and not only from what was fetched ahead.
    await page.reload()
    await walker.takesKeys()
    await walker.scoreAll(String(item + 4))
    await walker.goOn(walker.submit)
    await net.look(page, `item ${item}`)
  }
})

test('earlier judgments, their revision, the statement, the account', async () => {
  await page.goto('/work/judgments')
  await net.look(page, 'earlier judgments')
  await page.getByRole('table').getByRole('link').first().click()
  await walker.takesKeys()
  await net.look(page, 'a judgment')
  await page.keyboard.press('6')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save the revision' }).click()
  await expect(page).toHaveURL(/\/work\/judgments/)
  await net.look(page, 'revised')
  // Given back by somebody whose id must not come along, whatever the revision window says.
  await runStatementOn(
    walker.databaseUrl,
    `INSERT INTO judgment_returns (id, judgment_id, assignment_id, study_id, user_id, kind, message, points, created_by_id)
     SELECT gen_random_uuid(), j.id, j.assignment_id, j.study_id, j.user_id, 'REVIEW', 'Please look at this one again.', '{}', gen_random_uuid()
     FROM judgments j WHERE j.user_id = $1 AND j.is_current ORDER BY j.submitted_at DESC LIMIT 1`,
    [study.annotator.id],
  )
  for (const address of ['/work', '/work/judgments']) {
    await page.goto(address)
    await expect(page.getByText('Please look at this one again.')).toBeVisible()
    await net.look(page, `returned at ${address}`)
  }
  await page.getByRole('link', { name: 'Look again' }).click()
  await walker.takesKeys()
  await net.look(page, 'a returned judgment')
  await page.getByRole('button', { name: 'Save the revision' }).click()
  await expect(page).toHaveURL(/\/work\/judgments/)
  await net.look(page, 'returned and revised')
  // A thread of their own, answered by somebody whose id must not come along, and one of a colleague's.
  await runStatementOn(
    walker.databaseUrl,
    `INSERT INTO item_messages (id, study_id, assignment_id, user_id, author_id, from_admin, text)
     SELECT gen_random_uuid(), a.study_id, a.id, a.user_id, CASE WHEN n = 1 THEN a.user_id ELSE gen_random_uuid() END, n = 2,
       CASE WHEN a.user_id = $1 THEN 'Made-up words number ' || n ELSE 'Words of a colleague that stay theirs' END
     FROM (SELECT DISTINCT ON (user_id) * FROM assignments WHERE state = 'SUBMITTED' ORDER BY user_id, ended_at) a, generate_series(1, 2) n`,
    [study.annotator.id],
  )
  await page.goto('/work/messages')
  await expect(page.getByText('1 new answer')).toBeVisible()
  await net.look(page, 'messages')
  await page.locator('a[href*="messages=open"]').click()
  await expect(page.getByRole('dialog').getByText('Made-up words number 2')).toBeVisible()
  await net.look(page, 'a thread')
  await page.goto('/work/statement')
  await expect(page.getByRole('table')).toBeVisible()
  await net.look(page, 'statement')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ])
  await download.path()
  await page.goto('/account')
  await net.look(page, 'account')
})

test('wrong addresses, and those of admins', () => walkRefusedAddresses(walker))

test('every page that is not an admin page was part of the walk', () => {
  const routes = listRoutes('page.tsx')
  const documents = net.proxy.exchanges.filter(({ requestHeaders }) =>
    /^sec-fetch-dest: document$/im.test(requestHeaders),
  )
  const visited = new Set(documents.map(({ url }) => findRoute(routes, new URL(url).pathname)?.file))
  expect(routes.filter(route => !route.isAdmin && !visited.has(route.file)).map(route => route.file)).toEqual([])
})

test('no secret was in anything that reached the browser, and the net would have held it', async () => {
  const { canaries, annotator, colleague, newcomer } = study
  // The newcomer used this browser, too; the colleague's id is in a request that the walk itself made up.
  const except = [newcomer.name, newcomer.email, colleague.id]
  await expectNoLeak({ net, databaseUrl: walker.databaseUrl, canaries, annotatorId: annotator.id, except })
  expectHeld(net, [canaries.planted], [/body of GET .*\/work\//, /body of POST .*trpc/, /document at/])
  expectHeld(
    net,
    ['A comment of the annotator.', 'Written without a connection.'],
    [/request of POST/, /indexedDB at "offline"/, /fields at/],
  )
})

test('nothing left for another host, and every page has the strict policy', () => expectStrictPages(net))

test('every id that came along is random: it says nothing of when or after what it was made', () =>
  expectRandomIds(net))
