import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { countJudgments, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

test('a judgment is left out with a reason, given to somebody else, and counted again', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(120_000)
  const person = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' as const }] })
  const slug = await openStudy(info, [person], [{ prompt: 'Made-up prompt', responses: ['One', 'Two'] }])
  await signIn(page, person)
  const shown = page.waitForResponse(answer => answer.url().includes('assignments.showAssignment') && answer.ok())
  await beginJudging(page, slug)
  await shown
  for (const key of ['9', 'Enter', '8', 'Enter', 'Control+Enter']) await page.keyboard.press(key)
  await expect.poll(() => countJudgments(slug)).toBe(1)
  const places = async () =>
    (
      await runStatement<{ state: string }>(
        'SELECT p.state::text AS state FROM places p JOIN studies s ON s.id = p.study_id WHERE s.slug = $1 AND p.round = 1',
        [slug],
      )
    ).map(place => place.state)
  expect(await places()).toEqual(['JUDGED'])

  const office = await (await browser.newContext()).newPage()
  await signIn(office, await makeUser({ role: 'ADMIN' }))
  await office.goto(`/studies/${slug}/review/judgments`)
  await office.getByRole('table').getByRole('link').first().click()
  await office.getByRole('button', { name: 'Exclude', exact: true }).click()
  const dialog = office.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Exclude' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel('Reason').fill('Judged in the wrong language')
  await expect(dialog.getByLabel('Have somebody else judge it')).toBeChecked()
  await expectAccessible(office)
  await dialog.getByRole('button', { name: 'Exclude' }).click()
  await expect(office.getByText('Judged in the wrong language')).toBeVisible()
  await expect(office.getByRole('button', { name: 'Return' })).toBeHidden()
  await expect.poll(places).toEqual(['FREE'])

  await office.goto(`/studies/${slug}/review/judgments?filter=excluded`)
  await office.getByRole('table').getByRole('link').first().click()
  await office.getByRole('button', { name: 'Count again' }).click()
  await dialog.getByLabel('Reason').fill('It was the right language')
  await dialog.getByRole('button', { name: 'Count again' }).click()
  await expect(office.getByText('Judged in the wrong language')).toBeHidden()
  await expect.poll(places).toEqual(['JUDGED'])
  await office.goto(`/studies/${slug}/review/judgments?filter=excluded`)
  await expect(office.getByText('No judgments')).toBeVisible()
  await office.goto(`/studies/${slug}/audit`)
  await expect(office.getByText('Judged in the wrong language').first()).toBeAttached()
})
