import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { signIn } from './fixtures/sign-in'

test('an admin edits, promotes, resets, signs out and disables a person', async ({ page, browser }) => {
  const person = await makeUser({ languages: [{ tag: 'ja', proficiency: 'NATIVE' }] })
  const context = await browser.newContext()
  const theirs = await context.newPage()
  await signIn(theirs, person)
  await theirs.goto('/account')

  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto(`/people?search=${person.email}`)
  await expectAccessible(page)
  const row = page.getByRole('row').filter({ hasText: person.email })
  await expect(row).toContainText('Japanese')
  const choose = async (item: string) => {
    await row.getByRole('button', { name: `Actions for ${person.name}` }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const confirm = (name: string) => page.getByRole('alertdialog').getByRole('button', { name }).click()

  await choose('Languages and expertise')
  await page.getByLabel('How well: Japanese').selectOption('BASIC')
  await page.getByLabel('Code Instructions').click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('Japanesebasic')
  await expect(row).toContainText('Code Instructions')

  await choose('Make an admin')
  await confirm('Make an admin')
  await expect(row).toContainText('Admin')
  await theirs.goto('/people')
  await expect(theirs.getByRole('heading', { name: 'People' })).toBeVisible()
  await choose('Make an annotator')
  await confirm('Make an annotator')
  await expect(row).toContainText('Annotator')
  await theirs.goto('/people')
  await expect(theirs).toHaveURL(/\/work$/)

  await choose('Sign out everywhere')
  await confirm('Sign out everywhere')
  await expect(page.getByText(`1 sign-in of ${person.name} ended`)).toBeVisible()
  await theirs.goto('/account')
  await expect(theirs).toHaveURL(/\/sign-in/)

  await choose('Make a reset link')
  await confirm('Make a reset link')
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  await theirs.goto(link)
  await expectAccessible(theirs)
  await theirs.getByLabel('New password', { exact: true }).fill('another set of words')
  await theirs.getByRole('button', { name: 'Set the password' }).click()
  await expect(theirs).toHaveURL(/\/work$/)
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()

  await choose('Disable')
  await confirm('Disable')
  await expect(row).toContainText('Disabled')
  await theirs.goto('/account')
  await expect(theirs).toHaveURL(/\/sign-in/)
  await choose('Enable')
  await confirm('Enable')
  await expect(row).toContainText('Active')
  await signIn(theirs, { email: person.email, password: 'another set of words' })
  await context.close()
})

test('a person changes name and password, and ends the other sign-ins', async ({ page, browser }) => {
  const person = await makeUser({ languages: [{ tag: 'en', proficiency: 'FLUENT' }] })
  const context = await browser.newContext()
  const elsewhere = await context.newPage()
  await signIn(elsewhere, person)
  await signIn(page, person)
  await page.goto('/account')
  await expectAccessible(page)
  await expect(page.getByRole('row')).toHaveCount(3)

  await page.getByLabel('Name').fill('A changed name')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByRole('button', { name: 'Account menu of A changed name' })).toBeVisible()

  await page.getByLabel('Current password', { exact: true }).fill('not this one')
  await page.getByLabel('New password', { exact: true }).fill('some better words')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('This is not your current password')).toBeVisible()
  await page.getByLabel('Current password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The password has been changed')).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(2)
  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in/)

  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in/)
  await context.close()
})

test('annotators have no way into the administration of people', async ({ page }) => {
  await signIn(page, await makeUser())
  for (const path of ['/people', '/people/invitations']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/work$/)
  }
})
