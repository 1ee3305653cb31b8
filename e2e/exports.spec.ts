import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { assay } from './fixtures/command-line'
import { signIn } from './fixtures/sign-in'

const scores = [
  'item,annotator,model,score',
  'q1,a,=First,8',
  'q1,a,Second,6',
  'q2,a,=First,7',
  'q2,a,Second,9',
  '',
].join('\n')
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a file is asked for, made, resumed, and the same from the command line; blind studies give out no names', async ({
  page,
}) => {
  const slug = `exports-${randomBytes(4).toString('hex')}`
  await assay('study', 'create', '--preset', 'general-chat', '--name', 'Made-up exports', '--slug', slug)
  const file = test.info().outputPath('scores.csv')
  writeFileSync(file, scores)
  await assay('import-judgments', file, '--study', slug, '--create-missing', '--language', 'en')
  await signIn(page, await makeUser({ role: 'ADMIN' }))

  // Blind: what names models is not offered.
  await page.goto(`/studies/${slug}/exports`)
  await expect(page.getByText('This study is blind')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Everything in one archive' })).toHaveCount(0)
  await expect(page.getByRole('radio', { name: 'Data', exact: true })).toBeVisible()
  await assay('study', 'close', slug)
  await assay('study', 'unblind', slug, '--reason', 'Nothing is left to judge')

  await page.goto(`/studies/${slug}/results`)
  await page.getByRole('link', { name: 'Exports' }).click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('What annotators were paid').fill('20 € an hour, made up.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('main').getByText('20 € an hour, made up.')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Make the file' }).click()
  const row = page.getByRole('row').filter({ hasText: `${slug}-bundle.zip` })
  const link = row.getByRole('link', { name: `Download ${slug}-bundle.zip` })
  await expect(link).toBeVisible({ timeout: 30_000 })
  const address = (await link.getAttribute('href')) ?? ''
  const whole = await page.request.get(address)
  const bytes = await whole.body()
  const { etag = '' } = whole.headers()
  expect(etag).toBe(`"${digest(bytes)}"`)
  const rest = await page.request.get(address, { headers: { range: 'bytes=1000-', 'if-range': etag } })
  expect(rest.status()).toBe(206)
  expect(Buffer.concat([bytes.subarray(0, 1000), await rest.body()]).equals(bytes)).toBe(true)
  const files = unzipSync(bytes)
  expect(Buffer.from(files['HEDS.md'] ?? '').toString()).toContain('20 € an hour, made up.')
  expect(Buffer.from(files['tables/scores.csv'] ?? '').toString()).toContain("(all),(all),'=First,2,7.5,7.50")

  const own = test.info().outputPath('bundle.zip')
  expect((await assay('export', slug, '--kind', 'bundle', '--output', own)).code).toBe(0)
  expect(digest(readFileSync(own))).toBe(digest(bytes))

  await row.getByRole('button', { name: /^Delete/ }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  // While it is asked, what lies behind the question is hidden.
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(row).toHaveCount(0)
  expect((await page.request.get(address)).status()).toBe(404)
})
