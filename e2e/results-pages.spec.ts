import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { assay } from './fixtures/command-line'
import { signIn } from './fixtures/sign-in'

/** Two models on ten items of two categories; the first is better on every item of one of them. */
async function makeResults(file: string): Promise<string> {
  const lines = Array.from({ length: 10 }, (_, item) => {
    const category = item < 6 ? 'Math' : 'Code'
    const second = item < 6 ? 5 + (item % 2) : 9
    return [`en,${category},i${item},First,${8 + (item % 2)}`, `en,${category},i${item},Second,${second}`]
  }).flat()
  writeFileSync(file, ['language,category,prompt_id,model,score', ...lines, ''].join('\n'))
  const slug = `pages-${randomBytes(4).toString('hex')}`
  const run = async (...args: string[]) => expect((await assay(...args)).code, args.join(' ')).toBe(0)
  await run(
    'study',
    'create',
    '--preset',
    'general-chat',
    '--name',
    'Recorded',
    '--slug',
    slug,
    '--disclosure',
    'Made up.',
  )
  await run('import-judgments', file, '--study', slug, '--create-missing')
  await run('study', 'close', slug)
  await run('study', 'unblind', slug, '--reason', 'Nothing is left to judge')
  return slug
}

test('results are filtered by the address, drawn, read and taken away', async ({ page }, info) => {
  const slug = await makeResults(info.outputPath('scores.csv'))
  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto(`/studies/${slug}/results`)
  const means = page.getByRole('table', { name: /^Mean scores/ })
  await expect(means.getByRole('row', { name: /^First / })).toContainText('8.50')
  await expect(page.getByRole('search', { name: 'Filter of results' })).toContainText('10 judgments of 10 items')

  // By keyboard: the filter opens, a box is ticked, and the choice is in the address.
  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Filter of results' })
  await form.getByRole('button', { name: 'Categories' }).press('Enter')
  await page.getByRole('option', { name: 'Math' }).click()
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Apply' }).press('Enter')
  await expect(page).toHaveURL(`/studies/${slug}/results?category=Math`)
  const bar = page.getByRole('search', { name: 'Filter of results' })
  await expect(bar).toContainText('6 judgments of 6 items')
  await expect(bar).toContainText('Exploratory: filtered.')
  await expect(page.getByRole('figure').filter({ has: means })).toContainText('Made up. Exploratory: filtered (Math).')

  // The filter goes along to the other sections, and back with the browser's button.
  await page.getByRole('navigation', { name: 'Sections of the results' }).getByRole('link', { name: 'Scores' }).click()
  await expect(page).toHaveURL(`/studies/${slug}/results/scores?category=Math`)
  const matrix = page.getByRole('table', { name: 'Mean difference, row minus column' })
  await expect(matrix.getByRole('row', { name: /^First / })).toContainText('+3.00')
  await expect(matrix.getByRole('row', { name: /^First / })).toContainText('p = 0.031')
  await expectAccessible(page)
  await page.goBack()
  await expect(page).toHaveURL(`/studies/${slug}/results?category=Math`)

  // A chart: its figures by the arrow keys, as a table, and as a picture that is a figure of its own.
  const chart = page.getByRole('figure', { name: 'Wins, ties and losses' })
  await chart.getByRole('application').focus()
  await page.keyboard.press('ArrowRight')
  await expect(chart.getByRole('status')).toContainText('First against Second')
  await chart.getByRole('button', { name: /^Show the data/ }).click()
  await expect(chart.getByRole('row', { name: /First against Second/ })).toContainText('6')
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await chart.getByRole('button', { name: /^Download the picture/ }).click()
  await page.getByRole('menuitem', { name: 'SVG (vector)' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe(`${slug}-wins-ties-losses.svg`)
  const svg = readFileSync(await saved.path(), 'utf8')
  expect(svg).toContain('First against Second')
  expect(svg).toContain('Exploratory: filtered (Math).')
  expect(svg).not.toMatch(/var\(|oklch|class=/)

  // Clear, and addresses that ask for nothing, or for what is not there.
  await bar.getByRole('link', { name: 'Remove Math' }).click()
  await expect(page).toHaveURL(`/studies/${slug}/results`)
  await expect(bar).toContainText('10 judgments of 10 items')
  await page.goto(`/studies/${slug}/results/scores?from=2030-01-01`)
  await expect(page.getByText('Nothing matches the filter')).toBeVisible()
  await page.goto(`/studies/${slug}/results/scores?category=Cooking`)
  await expect(page.getByText('There are: Code, Math.')).toBeVisible()
  await page.getByRole('link', { name: 'Show the whole study' }).click()
  await expect(means).toBeVisible()
})
