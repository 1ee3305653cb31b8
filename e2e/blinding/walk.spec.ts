import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/sign-in'
import { makeCanaryStudy } from './canary-study'
import { listForbiddenValues } from './forbidden-values'
import { castNet, type Net } from './net'
import { makeOwnDatabase, startWebOn } from './own-application'
import { openClient } from './person-client'
import { fillRoute, findRoute, listRoutes } from './routes'
import { runStatementOn } from './run-statement-on'

// An annotator walks every screen there is, and nothing that reaches the browser says where a response is from.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let database: Awaited<ReturnType<typeof makeOwnDatabase>>
let web: Awaited<ReturnType<typeof startWebOn>>
let study: Awaited<ReturnType<typeof makeCanaryStudy>>
let net: Net
let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  database = await makeOwnDatabase('walk')
  study = await makeCanaryStudy(database.url)
  web = await startWebOn(database.url)
  net = await castNet(web.origin)
  context = await browser.newContext({
    baseURL: web.origin,
    proxy: { server: net.proxy.server },
    viewport: { width: 1400, height: 900 },
  })
  context.on('page', opened => net.watch(opened))
  page = await context.newPage()
})
test.afterAll(async () => {
  await context?.close()
  await net?.proxy.stop()
  await web?.stop()
  await database?.drop()
})

const count = async (table: string) =>
  (await runStatementOn<{ n: number }>(database.url, `SELECT count(*)::int AS n FROM ${table}`, []))[0]?.n ?? 0

const responses = 'article[id^="response-"]'
const articles = () => page.locator(responses)
/** The page listens to keys from when it has given a response the focus. */
const takesKeys = (of: Page = page) => expect(of.locator(`${responses}:focus`)).toBeVisible({ timeout: 15_000 })
const submit = () => page.keyboard.press('Control+Enter')

/** Gives every response of the item on the screen a score. */
async function scoreAll(digit = '7') {
  await articles().first().waitFor()
  const slots = Number(/of (\d+)/.exec(await page.getByText(/of \d+ scored/).innerText())?.[1])
  for (let slot = 0; slot < slots; slot++) {
    await page.keyboard.press(digit)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText(`${slots} of ${slots} scored`)).toBeVisible()
}

/** Writes a comment on the current response, by keyboard. */
async function comment(text: string) {
  await articles().first().waitFor()
  await page.keyboard.press('c')
  await expect(page.locator('[data-comment-slot]:focus')).toBeVisible()
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await takesKeys()
}

/** Does something that ends the item on the screen, and waits for the next one. */
async function goOn(action: () => Promise<void>) {
  const address = page.url()
  await action()
  await expect(page).not.toHaveURL(address)
  await articles().first().waitFor()
}

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
  await takesKeys()
  await net.look(page, 'an item')
  for (const [key, name] of [
    ['g', 'guidelines'],
    ['?', 'keys'],
    ['x', 'cannot judge'],
    ['s', 'skip'],
    ['f', 'flag'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await net.look(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  for (const key of ['r', 'e', 'z', 'j', 'k']) {
    await page.keyboard.press(key)
    await net.look(page, `key ${key}`)
  }
  await page.keyboard.press('z')
  await page.keyboard.press('r')
  await comment('A comment of the annotator.')
  await scoreAll()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await net.look(page, 'scored')
  await page.reload()
  await takesKeys()
  await expect(page.getByText(/of \d+ scored/)).toBeVisible()
  await net.look(page, 'reloaded')
  // Incomplete: the page says what is missing.
  await goOn(submit)
  await submit()
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
  await goOn(() => page.getByRole('dialog').getByRole('button', { name: 'Skip', exact: true }).click())
  await net.look(page, 'skipped')

  await context.setOffline(true)
  await comment('Written without a connection.')
  await scoreAll('8')
  await expect(page.getByText(/Offline/)).toBeVisible()
  await net.look(page, 'offline')
  await submit()
  await net.look(page, 'submitted offline')
  const judged = await count('judgments')
  await context.setOffline(false)
  await expect.poll(() => count('judgments')).toBeGreaterThan(judged)
  await articles().first().waitFor()
  await net.look(page, 'back')

  const other = await context.newPage()
  await other.goto(page.url())
  await takesKeys(other)
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
  await articles().first().waitFor()
  for (let item = 0; item < 4; item++) {
    // Drawn by the server, too, and not only from what was fetched ahead.
    await page.reload()
    await takesKeys()
    await scoreAll(String(item + 4))
    await goOn(submit)
    await net.look(page, `item ${item}`)
  }
})

test('earlier judgments, their revision, the statement, the account', async () => {
  await page.goto('/work/judgments')
  await net.look(page, 'earlier judgments')
  await page.getByRole('table').getByRole('link').first().click()
  await takesKeys()
  await net.look(page, 'a judgment')
  await page.keyboard.press('6')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Save the revision' }).click()
  await expect(page).toHaveURL(/\/work\/judgments/)
  await net.look(page, 'revised')
  // Given back by somebody whose id must not come along, whatever the revision window says.
  await runStatementOn(
    database.url,
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
  await takesKeys()
  await net.look(page, 'a returned judgment')
  await page.getByRole('button', { name: 'Save the revision' }).click()
  await expect(page).toHaveURL(/\/work\/judgments/)
  await net.look(page, 'returned and revised')
  // A thread of their own, answered by somebody whose id must not come along, and one of a colleague's.
  await runStatementOn(
    database.url,
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

test('wrong addresses, and those of admins', async () => {
  const [theirs] = await runStatementOn<{ id: string }>(database.url, 'SELECT gen_random_uuid() AS id', [])
  for (const address of [
    '/work/nothing',
    `/work/${theirs?.id}`,
    '/nowhere',
    '/work/judgments?study=%00',
    '/work/%E0%A4%A',
  ]) {
    await page.goto(address)
    await net.look(page, address)
  }
  const values = { study: study.slug, import: theirs?.id ?? '' }
  const client = await openClient(
    { databaseUrl: database.url, origin: web.origin, proxy: net.proxy.server },
    study.annotator.id,
  )
  for (const { template, file } of listRoutes('page.tsx').filter(route => route.isAdmin)) {
    const address = fillRoute(template, values)
    await page.goto(address)
    // A page that streams has begun before its gate has spoken: it sends away, or says that there is nothing.
    const isRefused = async () =>
      new URL(page.url()).pathname !== address || (await page.getByRole('heading', { name: 'Not found' }).isVisible())
    await expect.poll(isRefused, `${file} turns annotators away`).toBe(true)
    await page.waitForLoadState('load')
    await net.look(page, address)
    await client.send('GET', `${address}?_rsc=1`, undefined, { rsc: '1' })
    await client.send('GET', address, undefined, { rsc: '1', 'next-router-prefetch': '1' })
  }
  for (const { template, file } of listRoutes('route.ts')) {
    if (/trpc|auth|health|statement/.test(template)) continue
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const { status } = await client.send(method, fillRoute(template, values), method === 'GET' ? undefined : '{}')
      expect(status, `${method} ${file} refuses annotators`).toBeGreaterThanOrEqual(400)
      expect(status, `${method} ${file}`).toBeLessThan(500)
    }
  }
  const person = study.colleague.id
  const { status } = await client.send(
    'GET',
    `/api/downloads/statement?person=${person}&from=2020-01-01&to=2030-01-01&timeZone=UTC`,
  )
  expect(status).toBe(403)
  client.close()
})

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
  const forbidden = await listForbiddenValues(database.url, annotator.id)
  // Each canary is where admins find it, so its absence elsewhere says something.
  for (const secret of [...Object.values(canaries.secret), ...Object.values(canaries.numbers)])
    expect(forbidden.map(({ value }) => value).join('\n')).toContain(secret)
  const secrets = [
    // The newcomer used this browser, too; the colleague's id is in a request that the walk itself made up.
    ...forbidden.filter(({ value }) => ![newcomer.name, newcomer.email, colleague.id].includes(value)),
    ...Object.entries(canaries.secret).map(([label, value]) => ({ label, value })),
    ...Object.entries(canaries.numbers).map(([label, value]) => ({ label, value })),
  ]
  const caught = net.leaks(secrets)
  expect(caught).toEqual([])

  const planted = net.leaks([{ label: 'planted', value: canaries.planted }])
  for (const place of [/body of GET .*\/work\//, /body of POST .*trpc/, /document at/])
    expect(
      planted.some(where => place.test(where)),
      `the net holds ${place}`,
    ).toBe(true)
  const own = (text: string) => net.leaks([{ label: 'own', value: text }])
  const comments = [...own('A comment of the annotator.'), ...own('Written without a connection.')]
  for (const place of [/request of POST/, /indexedDB at "offline"/, /fields at/])
    expect(
      comments.some(where => place.test(where)),
      `the net holds ${place}`,
    ).toBe(true)
})

test('nothing left for another host, and every page has the strict policy', () => {
  // Chromium itself asks its maker how to fill in forms; no page can make it, or see the answer.
  expect(net.proxy.strangers.filter(host => host !== 'content-autofill.googleapis.com:443')).toEqual([])
  for (const { url, contentType, responseHeaders, status } of net.proxy.exchanges) {
    const { pathname } = new URL(url)
    expect(responseHeaders, url).not.toMatch(/^(x-powered-by|server-timing):/im)
    if (contentType.includes('text/html') && !pathname.startsWith('/api/')) {
      expect(responseHeaders, `${status} ${url}`).toMatch(
        /^content-security-policy: default-src 'self'; script-src 'self' 'nonce-[^']+' 'strict-dynamic'; /im,
      )
      expect(responseHeaders, url).toMatch(/object-src 'none'; base-uri 'none'/)
    }
    if (pathname.startsWith('/api/') && status < 300 && !pathname.startsWith('/api/auth/'))
      expect(responseHeaders, url).toMatch(/^cache-control: .*no-store/im)
  }
})

test('every id that came along is random: it says nothing of when or after what it was made', () => {
  const pattern = /\b[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{12}\b/gi
  const ids = net.everything().flatMap(({ bytes }) => [...bytes.matchAll(pattern)])
  expect(ids.length).toBeGreaterThan(20)
  for (const [id, version, variant] of ids) {
    // The least and the greatest are constants of scripts that check ids.
    if (/^[0-]+$|^[f-]+$/i.test(id)) continue
    expect(version, id).toBe('4')
    expect('89ab', id).toContain(variant?.toLowerCase())
  }
})
