import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { signIn } from './fixtures/sign-in'

/** A flag of somebody on an item of the demo's open study, as if they had skipped the item afterwards. */
async function flagItem(userId: string, note: string): Promise<string> {
  const [row] = await runStatement<{ external_id: string }>(
    `WITH place AS (SELECT p.id, p.study_id, p.item_id FROM places p JOIN studies t ON t.id = p.study_id
         WHERE t.slug = 'demo-general-chat-open' AND p.language = 'en' LIMIT 1),
       skipped AS (INSERT INTO assignments (id, place_id, study_id, item_id, user_id, state, lease_until)
         SELECT gen_random_uuid(), id, study_id, item_id, $1, 'SKIPPED', now() FROM place RETURNING id, study_id, item_id),
       flag AS (INSERT INTO item_flags (id, assignment_id, study_id, item_id, user_id, kind, note)
         SELECT gen_random_uuid(), id, study_id, item_id, $1, 'WRONG_REFERENCE', $2 FROM skipped RETURNING item_id)
     SELECT i.external_id FROM flag JOIN items i ON i.id = flag.item_id`,
    [userId, note],
  )
  return row?.external_id ?? ''
}

test('a flag is looked at, resolved with a note, and opened again', async ({ page }) => {
  const annotator = await makeUser()
  const note = `Made-up note ${annotator.id.slice(0, 8)}`
  const item = await flagItem(annotator.id, note)
  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto('/studies/demo-general-chat-open/flags')
  const row = page.getByRole('listitem').filter({ hasText: note })
  await expectAccessible(page)

  await row.getByRole('link', { name: item }).click()
  await expect(page.getByText('nothing is stored')).toBeVisible()
  await expect(page.getByText(item, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Next item' }).click()
  await expect(page.getByText(item, { exact: true })).toBeHidden()

  await page.goto('/studies/demo-general-chat-open/flags')
  await row.getByRole('button', { name: 'Resolve' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('What was decided').fill('Checked: the reference is right.')
  await dialog.getByRole('button', { name: 'Resolve' }).click()
  await expect(row).toBeHidden()
  await page.getByRole('link', { name: 'Resolved', exact: true }).click()
  await expect(row).toContainText('Checked: the reference is right.')
  await row.getByRole('button', { name: 'Reopen' }).click()
  await dialog.getByRole('button', { name: 'Reopen' }).click()
  await expect(row).toBeHidden()
  await page.getByRole('link', { name: 'Open', exact: true }).click()
  await expect(row).toBeVisible()
})
