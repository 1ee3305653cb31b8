import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { assay } from './fixtures/command-line'
import { signIn } from './fixtures/sign-in'

const responses = [
  { model: 'First', text: 'One.' },
  { model: 'Second', text: 'Two.' },
]
const items = [
  { id: 'q1', language: 'zh', source_language: 'en', prompt: 'A source.', context: 'From a letter.', responses },
  { id: 'q2', language: 'en', prompt: 'A question.', rubric: [{ text: 'Names it.', maximum: 2 }], responses },
  {
    id: 'g1',
    language: 'en',
    prompt: 'A known one.',
    purpose: 'gold',
    expected: [{ criterion: 'overall', winner: 'First' }],
    responses,
  },
]
const votes = [
  'item,rater,model_a,model_b,winner,strength',
  'q1,r1,First,Second,model_a,2',
  'q1,r2,Second,First,model_b,1',
  'q2,r1,First,Second,tie,',
  'q2,r2,First,Second,model_b,4',
  '',
].join('\n')

test('recorded preferences: from files to agreement and every rating', async ({ page }) => {
  const slug = `votes-${randomBytes(4).toString('hex')}`
  await assay('study', 'create', '--preset', 'preference', '--name', 'Recorded votes', '--slug', slug)
  const itemFile = test.info().outputPath('items.jsonl')
  writeFileSync(itemFile, items.map(item => `${JSON.stringify(item)}\n`).join(''))
  const imported = await assay('import', itemFile, '--study', slug)
  expect(imported.stderr).toContain('Among them: 1 gold items, 1 with known answers, 1 translations, 1 with a context')

  const voteFile = test.info().outputPath('votes.csv')
  writeFileSync(voteFile, votes)
  const order = ['import-judgments', voteFile, '--study', slug]
  expect((await assay(...order, '--dry-run')).stderr).toContain('Checked, nothing was written')
  expect((await assay(...order)).stderr).toContain('4 judgments with 4 preferences imported, 0 there already')
  writeFileSync(voteFile, votes.replace('tie', 'nobody'))
  expect((await assay(...order)).stderr).toContain('line 4, winner "nobody"')

  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto(`/studies/${slug}/items`)
  await page.getByRole('combobox', { name: 'Purpose' }).selectOption('GOLD')
  await expect(page.getByRole('link', { name: 'q1' })).toBeHidden()
  await page.getByRole('link', { name: 'g1' }).click()
  // What is known of which model is withheld while the study is blind.
  await expect(page.getByText('One known answer is withheld')).toBeVisible()
  await page.goto(`/studies/${slug}/items`)
  await page.getByRole('link', { name: 'q2' }).click()
  await expect(page.getByText('Names it.')).toBeVisible()
  await expectAccessible(page)

  // Agreement names no model: it can be read while the study is blind.
  await page.goto(`/studies/${slug}/results/agreement`)
  const kappas = page.getByRole('table', { name: 'Krippendorff’s α of each two annotators: Overall' })
  await expect(kappas).toContainText('n = 2')
  await expectAccessible(page)
  expect((await assay('export', slug, '--table', 'ratings')).code).toBe(1)

  await assay('study', 'close', slug)
  await assay('study', 'unblind', slug, '--reason', 'Nothing is left to judge')
  const exported = await assay('export', slug, '--table', 'ratings', '--format', 'jsonl')
  const rows = exported.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(rows).toHaveLength(4)
  expect(rows.find(row => row.item === 'q2' && row.strength === 4)).toMatchObject({
    annotator: 'recorded-2',
    model_a: 'First',
    model_b: 'Second',
    winner: 'model_b',
    kind: 'preference',
  })
  const download = await page.request.get(`/api/downloads/studies/${slug}/ratings`)
  expect(await download.text()).toContain('preference')
  const refused = await page.request.get(`/api/downloads/studies/${slug}/judgments`)
  expect(refused.status()).toBe(404)
  expect(await refused.text()).toContain('Take "Every rating" instead')
  const { code, stderr } = await assay('export', slug, '--table', 'judgments')
  expect(code).toBe(1)
  expect(stderr).toContain('--kind ratings')
})
