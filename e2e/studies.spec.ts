import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { signIn } from './fixtures/sign-in'

/** Two items with responses of two models, straight into a draft: importing them has tests of its own. */
async function addItems(slug: string) {
  await runStatement(
    `WITH study AS (SELECT id FROM studies WHERE slug = $1),
       made AS (INSERT INTO items (id, study_id, external_id, language, messages, "references", content_hash)
         SELECT gen_random_uuid(), study.id, 'made-up-' || n, 'en', jsonb_build_array(jsonb_build_object('role', 'user', 'text', 'Made-up prompt ' || n)), '{}', ''
         FROM study, generate_series(1, 2) n RETURNING id),
       of_models AS (INSERT INTO models (id, study_id, name, code_name, position)
         SELECT gen_random_uuid(), study.id, 'made-up model ' || n, 'Code ' || n, n FROM study, generate_series(1, 2) n RETURNING id, position),
       pairs AS (SELECT gen_random_uuid() AS id, made.id AS item_id, of_models.id AS model_id, of_models.position FROM made, of_models),
       answers AS (INSERT INTO responses (id, item_id, turns, text_hash, representative_id)
         SELECT id, item_id, ARRAY['Made-up answer ' || position], position::text::bytea, id FROM pairs)
     INSERT INTO response_sources (response_id, item_id, model_id) SELECT id, item_id, model_id FROM pairs`,
    [slug],
  )
}

const slugOf = (page: Page) => new URL(page.url()).pathname.split('/')[2] ?? ''

async function createStudy(page: Page, name: string) {
  await page.goto('/studies')
  await page.getByRole('link', { name: 'New study' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('button', { name: 'Create the study' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('a study from its creation to its unblinding', async ({ page }) => {
  const admin = await makeUser({ role: 'ADMIN' })
  const annotator = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' }] })
  await signIn(page, admin)
  const name = `Journey of ${admin.id.slice(0, 8)}`
  await createStudy(page, name)
  const slug = slugOf(page)

  // Nothing is there yet: the list says what, and opening is refused.
  await expect(page.getByText('No items are imported yet')).toBeVisible()
  await expect(page.getByText('No annotators yet')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('cannot be opened yet')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await addItems(slug)
  await page.getByRole('link', { name: 'To the people' }).click()
  await expect(page).toHaveURL(`/studies/${slug}/people`)
  await page.getByRole('button', { name: 'Add people' }).click()
  await dialog.getByRole('button', { name: 'People' }).click()
  await page.getByPlaceholder('Search…').fill(annotator.email)
  await page.getByRole('option', { name: annotator.name }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Add 1 person' }).click()
  await expect(page.getByRole('row', { name: new RegExp(annotator.name) })).toContainText('en: 2 items')

  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('heading', { name: 'Estimated work' })).toBeVisible()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()

  // The protocol is frozen: to read, not to change.
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByText(/The protocol was frozen/)).toBeVisible()
  await expect(page.getByLabel('Annotators per item')).toBeDisabled()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeEnabled()

  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await dialog.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByRole('button', { name: 'Resume', exact: true }).click()
  await dialog.getByRole('button', { name: 'Resume', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Close the study' }).click()
  await expect(dialog).toContainText('4 judgments are still missing')
  await dialog.getByRole('button', { name: 'Close with this left undone' }).click()
  await page.getByRole('button', { name: 'Unblind', exact: true }).click()
  await dialog.getByRole('button', { name: 'Unblind', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('at least 10 characters')
  await dialog.getByLabel('Reason').fill('The made-up study is over.')
  await dialog.getByRole('button', { name: 'Unblind', exact: true }).click()
  await expect(page.getByText('Unblinded', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await expect(page.getByText(/entries, unbroken/)).toBeVisible()
  for (const action of ['created', 'annotators-set', 'opened', 'paused', 'resumed', 'closed', 'unblinded'])
    await expect(page.getByRole('cell', { name: `study.${action}`, exact: true })).toBeVisible()
  await expect(page.getByText('The made-up study is over.')).toBeVisible()
  await expectAccessible(page)
})

test('the form names what is wrong beside the field and above, and keeps what was typed', async ({ page }) => {
  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto('/studies/new')
  await page.getByLabel('Maximum', { exact: true }).fill('-1')
  await page.getByLabel('Annotators per item', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Create the study' }).click()
  await expect(page.getByText('3 things need attention')).toBeVisible()
  await expect(page.getByLabel('Maximum', { exact: true })).toHaveAccessibleDescription(/maximum must be above/)
  await expect(page.getByLabel('Annotators per item', { exact: true })).toHaveAccessibleDescription(/Enter a number/)
  await expectAccessible(page)
  await page.getByLabel('Maximum', { exact: true }).fill('3')
  await page.getByLabel('Meaning of 3').fill('Excellent')
  await page.getByLabel('Annotators per item', { exact: true }).fill('2')
  await page.getByRole('combobox', { name: 'Step' }).selectOption('0.5')
  await expect(page.getByText('Finer steps add no information')).toBeVisible()
  await page.getByRole('tab', { name: 'Preview' }).click()
  await expect(page.getByRole('heading', { name: 'How to judge' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Half steps')
  await page.getByRole('button', { name: 'Create the study' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Half steps' })).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByLabel('Meaning of 3.0')).toHaveValue('Excellent')
})

test('unsaved changes are not lost by a click on a link', async ({ page }) => {
  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await createStudy(page, 'Guarded')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Annotators per item', { exact: true }).fill('3')
  await page.getByRole('link', { name: 'Overview' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Stay' }).click()
  await expect(page.getByLabel('Annotators per item', { exact: true })).toHaveValue('3')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByText('Before it can open')).toBeVisible()
})

test('a filtered list of studies has an address, and archived studies are found only there', async ({ page }) => {
  const admin = await makeUser({ role: 'ADMIN' })
  await signIn(page, admin)
  const name = `To archive ${admin.id.slice(0, 8)}`
  await createStudy(page, name)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible()

  await page.goto('/studies')
  await page.getByRole('searchbox', { name: 'Search studies' }).fill(name)
  await expect(page).toHaveURL(/search=/)
  await expect(page.getByText('No study matches')).toBeVisible()
  await page.getByRole('switch', { name: 'Archived' }).click()
  await expect(page.getByRole('link', { name })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name })).toBeVisible()
})

test('annotators come nowhere near a study’s pages', async ({ page }) => {
  const annotator = await makeUser()
  await signIn(page, annotator)
  for (const path of ['/studies', '/studies/new', '/audit']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/work/)
  }
  const download = await page.request.get('/api/downloads/audit')
  expect(download.status()).toBe(403)
})
