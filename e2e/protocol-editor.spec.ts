import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { assay } from './fixtures/command-line'
import { signIn } from './fixtures/sign-in'

const languages = [{ tag: 'en', proficiency: 'NATIVE' as const }]
const preview = (page: Page) => page.getByRole('region', { name: 'Preview of the annotator’s screen' })

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

/** Adds a criterion of a kind; its fields are open behind it. */
async function add(page: Page, kind: RegExp, name: string) {
  await page.getByRole('button', { name: 'Add a criterion' }).click()
  await page.getByRole('menuitem', { name: kind }).click()
  await page.getByRole('textbox', { name: 'Name of the criterion' }).fill(name)
}

test('score, rubric, tags and comment are composed from blank, and judged by keyboard', async ({ page }, info) => {
  // A whole study, by hand.
  test.slow()
  const [admin, person] = [await makeUser({ role: 'ADMIN' }), await makeUser({ languages })]
  await signIn(page, admin)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/studies/new')
  // The preview is drawn by the browser: from then on the page takes clicks.
  await expect(preview(page).getByRole('region', { name: 'Scores of response A' })).toBeVisible()
  await page.getByRole('radio', { name: 'Blank' }).click()
  await expect(page.getByRole('button', { name: /^Comment/, expanded: false })).toHaveCount(0)
  const name = `Composed ${info.testId.slice(0, 6)}-${admin.id.slice(0, 6)}`
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)

  await add(page, /^Rubric/, 'Facts')
  await page.getByRole('radio', { name: 'The same for every item' }).click()
  await page.getByRole('textbox', { name: 'Point 1', exact: true }).fill('Names the made-up fact')
  await page.getByRole('button', { name: 'Add a point' }).click()
  await page.getByRole('textbox', { name: 'Point 2', exact: true }).fill('Names nothing else')

  await add(page, /^Labels/, 'Failure tags')
  await page.getByRole('textbox', { name: 'Label 1', exact: true }).fill('Too long')
  await page.getByRole('button', { name: 'Add a label' }).click()
  await page.getByRole('textbox', { name: 'Label 2', exact: true }).fill('Off topic')
  await expect(preview(page).getByRole('button', { name: 'Off topic' }).first()).toBeVisible()

  await add(page, /^Comment/, 'Why')
  await page.getByRole('radio', { name: 'Required at low scores' }).click()
  await page.getByRole('textbox', { name: 'Required at this score and below' }).fill('2')

  // One that is ready, with all its words; and out again.
  await page.getByRole('button', { name: 'Add a criterion' }).click()
  await page.getByRole('menuitem', { name: /^Authenticity/ }).click()
  await expect(page.getByLabel('Meaning of 3')).toHaveValue('As a native writer would put it')
  await page.getByRole('button', { name: 'Remove “Authenticity”' }).click()

  // By keyboard to another place and back; removed and brought back.
  await page.getByRole('button', { name: 'Move “Why” up' }).click()
  await expect(page.getByText('“Why” is now number 3 of 4.')).toBeAttached()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByText('“Why” is now number 4 of 4.')).toBeAttached()
  await page.getByRole('button', { name: 'Remove “Facts”' }).click()
  await expect(preview(page).getByText('Names the made-up fact')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Remove “Facts”' })).toBeVisible()
  await expectAccessible(page)

  // What is missing is said at its field.
  await page.getByRole('button', { name: /^Failure tags/ }).click()
  await page.getByRole('textbox', { name: 'Label 2', exact: true }).fill('')
  await page.getByRole('button', { name: 'Create the study' }).click()
  await expect(page.getByRole('textbox', { name: 'Label 2', exact: true })).toHaveAccessibleDescription(/needs a text/)
  await page.getByRole('textbox', { name: 'Label 2', exact: true }).fill('Off topic')
  await page.getByRole('button', { name: 'Create the study' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const slug = new URL(page.url()).pathname.split('/')[2] ?? ''

  const [stored] = await runStatement<{ ids: string }>(
    `SELECT string_agg(c->>'id', ' ' ORDER BY n) AS ids FROM studies s JOIN protocols p ON p.study_id = s.id,
       jsonb_array_elements(p.definition->'criteria') WITH ORDINALITY AS a(c, n) WHERE s.slug = $1`,
    [slug],
  )
  expect(stored?.ids).toBe('score facts failure-tags why')

  await runStatement(
    `WITH study AS (SELECT id FROM studies WHERE slug = $1),
       made AS (INSERT INTO items (id, study_id, external_id, language, messages, "references", content_hash)
         SELECT gen_random_uuid(), study.id, 'made-up-1', 'en', '[{"role": "user", "text": "Made-up prompt"}]', '{}', '' FROM study RETURNING id),
       of_models AS (INSERT INTO models (id, study_id, name, code_name, position)
         SELECT gen_random_uuid(), study.id, 'made-up model ' || n, 'Code ' || n, n FROM study, generate_series(1, 2) n RETURNING id, position),
       pairs AS (SELECT gen_random_uuid() AS id, made.id AS item_id, of_models.id AS model_id, of_models.position FROM made, of_models),
       answers AS (INSERT INTO responses (id, item_id, turns, text_hash, representative_id)
         SELECT id, item_id, ARRAY['Made-up answer ' || position], position::text::bytea, id FROM pairs),
       person AS (INSERT INTO study_annotators (study_id, user_id) SELECT study.id, $2::uuid FROM study)
     INSERT INTO response_sources (response_id, item_id, model_id) SELECT id, item_id, model_id FROM pairs`,
    [slug, person.id],
  )
  const opened = await assay('study', 'open', slug)
  expect(opened.code, opened.stderr).toBe(0)

  await page.context().clearCookies()
  await signIn(page, person)
  await page.goto('/work')
  const taking = page.waitForResponse(answer => answer.url().includes('assignments.showAssignment') && answer.ok())
  await page.getByRole('article', { name }).getByRole('button').click()
  await taking
  const scores = (letter: string) => page.getByRole('region', { name: `Scores of response ${letter}` })
  await expect(scores('A').getByRole('button', { name: 'Too long' })).toBeVisible()
  await expectAccessible(page)
  // A: 8, both points, no tag. B: 2, the second point not met and why, off topic, and a comment, as so low a score needs.
  await press(page, '8', 'Enter')
  await expect(page.getByText('Next: Facts')).toBeAttached()
  await press(page, '1', '1', '2', 'Enter', '1', '0')
  await page.keyboard.type('Names another one')
  await press(page, 'Enter', 'Escape')
  // Until the field is left, a letter belongs to it.
  await expect(page.getByRole('textbox', { name: /^Reason/ })).not.toBeFocused()
  await press(page, 't')
  await expect(scores('B').getByRole('button', { name: 'Off topic' })).toHaveAttribute('aria-pressed', 'true')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('textbox', { name: 'Why on response B' })).toBeFocused()
  await page.keyboard.type('Short and wrong')
  await press(page, 'Control+Enter')
  await expect(page.getByText(`Nothing to judge in “${name}” right now`)).toBeVisible()

  const ratings = await runStatement<{ rating: string }>(
    `SELECT concat_ws(' ', r.slot, r.criterion, r.value, r.text, r.choice->'labels', r.choice->'points') AS rating
     FROM ratings r JOIN judgments j ON j.id = r.judgment_id JOIN studies s ON s.id = j.study_id
     WHERE s.slug = $1 ORDER BY r.slot, r.criterion`,
    [slug],
  )
  expect(ratings.map(row => row.rating)).toEqual([
    '1 facts {"point-1": {"earned": 100}, "point-2": {"earned": 100}}',
    '1 score 8',
    '2 facts {"point-1": {"earned": 100}, "point-2": {"earned": 0, "reason": "Names another one"}}',
    '2 failure-tags ["off-topic"]',
    '2 score 2',
    '2 why Short and wrong',
  ])
})
