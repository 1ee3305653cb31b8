import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { signIn } from './fixtures/sign-in'

test('a person signs in with e-mail and password, and comes to where they wanted', async ({ page, context }) => {
  const person = await makeUser({ role: 'ANNOTATOR' })
  await page.goto('/account')
  await expect(page).toHaveURL('/sign-in?to=%2Faccount')
  await expectAccessible(page)

  await page.getByLabel('E-mail').fill(`  ${person.email.toUpperCase()} `)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('E-mail or password is not right')

  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/account')

  const cookie = (await context.cookies()).find(({ name }) => name.endsWith('session-token'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
})

test('unknown, disabled and password-less people get the answer of a wrong password', async ({ page }) => {
  const disabled = await makeUser({ disabled: true })
  const withoutPassword = await makeUser({ password: null })
  const attempts = [
    { email: 'nobody@example.org', password: 'whatever it may be' },
    disabled,
    { email: withoutPassword.email, password: 'whatever it may be' },
  ]
  await page.goto('/sign-in')
  for (const { email, password } of attempts) {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    const answered = page.waitForResponse('**/api/auth/callback/credentials*')
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect((await answered).status()).toBe(401)
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(
      'E-mail or password is not right. Check both and try again.',
    )
  }
})

test('after ten wrong passwords even the right one has to wait', async ({ page }) => {
  const person = await makeUser()
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const attempt = (password: string) =>
    page.request.post('/api/auth/callback/credentials', {
      form: { csrfToken, email: person.email, password, json: 'true' },
    })
  for (let count = 0; count < 10; count++) expect((await attempt('not the password')).status()).toBe(401)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    /Too many attempts\. Wait \d+ minutes and try again\./,
  )
})

test('signing out ends the sign-in on the server, too', async ({ page, context }) => {
  const person = await makeUser({ role: 'ADMIN' })
  await signIn(page, person)
  await page.goto('/people')
  const before = await context.cookies()
  await page.getByRole('button', { name: /Account menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  // A copy of the token is worth nothing any more.
  await context.addCookies(before)
  await page.goto('/people')
  await expect(page).toHaveURL('/sign-in?to=%2Fpeople')
})

test('a disabled person is out at the next request', async ({ page }) => {
  const person = await makeUser()
  await signIn(page, person)
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await runStatement('UPDATE users SET disabled_at = now() WHERE id = $1', [person.id])
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a target outside of the application is not followed', async ({ page }) => {
  const person = await makeUser({ role: 'ADMIN' })
  await signIn(page, person)
  for (const target of [
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    '/%09/example.org',
    'javascript:alert(1)',
  ]) {
    await page.goto(`/sign-in?to=${encodeURIComponent(target)}`)
    expect(new URL(page.url()).host).toBe(new URL(process.env.BASE_URL ?? '').host)
  }
})

test('a form that is sent before the scripts run keeps the password out of the address', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('somebody@example.org')
  await page.getByLabel('Password', { exact: true }).fill('a-secret-in-the-form')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(page.url()).not.toContain('a-secret')
  await context.close()
})
