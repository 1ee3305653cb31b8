import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { signIn } from './fixtures/sign-in'

let count = 0
const freshEmail = () => `joiner-${process.pid}-${Date.now()}-${++count}@example.org`

/** An admin makes an invitation with the form, and reads its link. */
async function invite(page: Page, note: string, people = 1): Promise<string> {
  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto('/people')
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('Number of people').fill(String(people))
  await page.getByLabel('Note').fill(note)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Done' }).click()
  return link
}

async function join(page: Page, email: string) {
  await page.getByLabel('Name').fill('Joining Person')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('four unrelated words')
  await page.getByRole('button', { name: 'Make the account' }).click()
}

async function addLanguage(page: Page, search: string, option: string | RegExp) {
  await page.getByRole('button', { name: 'Add a language' }).click()
  await page.getByPlaceholder('Name or tag').fill(search)
  await page.getByRole('option', { name: option }).click()
}

test('an annotator joins by a link, declares languages and expertise, and gets to work', async ({ page, browser }) => {
  test.slow()
  const note = `joining ${freshEmail()}`
  const link = await invite(page, note)
  const context = await browser.newContext()
  const guest = await context.newPage()
  await guest.goto(link)
  await expectAccessible(guest)

  const email = freshEmail()
  await guest.getByLabel('Name').fill('Joining Person')
  await guest.getByLabel('E-mail').fill('no e-mail')
  await guest.getByLabel('Password', { exact: true }).fill('password1234')
  await guest.getByRole('button', { name: 'Make the account' }).click()
  await expect(guest.getByText('Give an e-mail address such as')).toBeVisible()
  await expect(guest.getByText('among the first passwords')).toBeVisible()
  await join(guest, email)

  await expect(guest).toHaveURL('/welcome')
  await guest.getByRole('button', { name: 'Start' }).click()
  await expect(guest.getByText('Add at least one language')).toBeVisible()
  await addLanguage(guest, '简体', /Simplified Chinese/)
  await addLanguage(guest, 'german', /^German Deutsch/)
  await addLanguage(guest, 'de-BY', 'Use the tag “de-BY”')
  await expect(guest.getByLabel('How well: Simplified Chinese')).toHaveValue('NATIVE')
  await guest.getByLabel('How well: German').selectOption('INTERMEDIATE')
  await guest.getByRole('button', { name: 'Remove de-BY' }).click()
  await guest.getByLabel('Mathematics').click()
  await expectAccessible(guest)
  await guest.getByRole('button', { name: 'Start' }).click()
  await expect(guest).toHaveURL(/\/work$/)

  await page.goto(`/people?search=${encodeURIComponent(email)}`)
  const row = page.getByRole('row').filter({ hasText: email })
  await expect(row).toContainText('Simplified Chinese')
  await expect(row).toContainText('Germanintermediate')
  await expect(row).toContainText('Mathematics')
  await page.goto('/people/invitations')
  await expect(page.getByRole('row').filter({ hasText: note })).toContainText('1 of 1')
  await expectAccessible(page)

  const late = await context.newPage()
  await context.clearCookies()
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()
  await context.close()
})

test('a revoked invitation lets nobody in, also when its page was open already', async ({ page, browser }) => {
  const note = `to be revoked ${freshEmail()}`
  const link = await invite(page, note, 5)
  const context = await browser.newContext()
  const guest = await context.newPage()
  await guest.goto(link)
  await page.goto('/people/invitations')
  await page.getByRole('row').filter({ hasText: note }).getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('The invitation has been revoked')).toBeVisible()
  await join(guest, freshEmail())
  await expect(guest.getByRole('main').getByRole('alert')).toContainText('used up, expired or revoked')
  await context.close()
})

test('by single sign-on: strangers stay out, invited people join, and their e-mail must be confirmed', async ({
  page,
  browser,
}) => {
  const link = await invite(page, 'single sign-on')
  const known = await makeUser({ password: null })

  async function continueAs(login: string, from: string) {
    const context = await browser.newContext()
    const guest = await context.newPage()
    await guest.goto(from)
    await guest.getByRole('button', { name: 'Continue with Single sign-on' }).click()
    await guest.locator('input[name=login]').fill(login)
    await guest.locator('input[name=password]').fill('anything')
    await guest.getByRole('button', { name: 'Sign-in' }).click()
    await guest.getByRole('button', { name: 'Continue' }).click()
    return guest
  }

  const stranger = await continueAs(freshEmail(), '/sign-in')
  await expect(stranger).toHaveURL('/sign-in?error=no-account')
  await expect(stranger.getByText('There is no account for you here')).toBeVisible()

  const unverified = await continueAs(`unverified-${known.email}`, link)
  await expect(unverified).toHaveURL('/sign-in?error=email-unverified')

  const linked = await continueAs(known.email, '/sign-in?to=%2Faccount')
  await expect(linked).toHaveURL('/account')
  await expect(linked.getByText('have no password here')).toBeVisible()

  const joining = await continueAs(freshEmail(), link)
  await expect(joining).toHaveURL('/welcome')

  const late = await browser.newPage()
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()
})
