import { expect, type Locator, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { assay } from './fixtures/command-line'
import { type ItemLine, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

test.describe.configure({ timeout: 180_000 })

// Made-up sentences; the references stand nowhere before the first scores are locked.
const items: ItemLine[] = [
  {
    language: 'en',
    source_language: 'zh-Hans',
    prompt: '他又在朋友圈里凡尔赛了。\n真是服了他！🙂',
    context: 'A chat between friends. The slang means to boast by complaining.',
    reference: 'He is humblebragging on his feed again.\nYou have to hand it to him! 🙂',
    responses: [
      'He is in Versailles again with his circle of friends.\nReally convinced him! 🙂',
      'He is humblebragging to his friends again.\nUnbelievable! 🙂',
      'Again he was Versailles in the friend circle.\nTruly obeyed him!',
    ],
  },
  {
    language: 'en',
    source_language: 'ar',
    prompt: 'القرد في عين أمه غزال.',
    reference: 'Every mother thinks her own child is beautiful.',
    responses: [
      'The monkey is a gazelle in the eye of his mother.',
      'Beauty is in the eye of the beholder.',
      'A monkey is what his mother calls him.',
    ],
  },
]
const reference = (page: Page) => page.getByRole('region', { name: 'Reference answer' })
const scores = (page: Page, letter: string) => page.getByRole('region', { name: `Scores of response ${letter}` })
const saved = (page: Page) => expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const bilingual = ['zh', 'ar', 'en'].map(tag => ({ tag, proficiency: 'NATIVE' as const }))

async function begin(page: Page, slug: string) {
  await beginJudging(page, slug)
  await expect(page.locator('article[id^="response-"]:focus')).toBeVisible({ timeout: 15_000 })
}

/** Scores the responses, locks the scores, and sees the reference. */
async function lock(page: Page, ...digits: string[]) {
  for (const digit of digits) await press(page, digit, 'Enter')
  await expect(page.getByText('3 of 3 scored')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(reference(page)).toBeVisible()
}

test('two languages, two stages: scored, locked, compared with the reference, an error marked, submitted', async ({
  page,
}, info) => {
  const person = await makeUser({ languages: bilingual })
  const slug = await openStudy(info, [person], items, undefined, 'translation')
  await signIn(page, person)
  await begin(page, slug)

  const source = page.getByRole('textbox', { name: 'Text of the source' })
  const isChinese = (await source.innerText()).includes('朋友圈')
  await expect(source.locator('xpath=..')).toHaveAttribute('lang', isChinese ? 'zh-Hans' : 'ar')
  await expect(reference(page)).toHaveCount(0)
  await expectAccessible(page)
  await lock(page, '2', '1', '0')
  await expect(page.getByRole('button', { name: 'Submit', exact: true })).toBeVisible()

  await press(page, 'k', 'k', '3')
  await expect(scores(page, 'A').getByText('first 2')).toBeVisible()

  // The second and third word of response A.
  await press(page, 'm')
  const text = page.getByRole('textbox', { name: 'Text of response A' })
  await expect(text).toBeFocused()
  const words = (await text.innerText()).split(/\s+/)
  await press(page, 'ArrowRight', 'Shift+ArrowRight', 'Enter')
  const popover = page.getByRole('dialog', { name: 'What is wrong with the marked words' })
  await expect(popover).toContainText(`${words[1]} ${words[2]}`)
  await expectAccessible(page)
  await press(page, 'a', '2')
  await expect(popover).toHaveCount(0)
  const marks = scores(page, 'A').getByRole('listitem')
  await expect(marks).toHaveText([`${words[1]} ${words[2]}Mistranslation · Major`])
  await expect(text.locator('mark')).toHaveText([`${words[1]} ${words[2]}`])
  await press(page, 'Escape')

  // The source, for what is left out; then taken back and brought back.
  await press(page, 'Shift+M', 'Enter', 'b', '1')
  await expect(marks).toHaveCount(2)
  await marks
    .first()
    .getByRole('button', { name: /^Remove the mark/ })
    .click()
  await expect(marks).toHaveCount(1)
  await scores(page, 'A').getByRole('button', { name: 'Undo' }).click()
  await expect(marks).toHaveCount(2)

  await saved(page)
  await page.reload()
  await expect(reference(page)).toBeVisible()
  await expect(scores(page, 'A').getByText('first 2')).toBeVisible()
  await expect(text.locator('mark')).toHaveText([`${words[1]} ${words[2]}`])
  await expect(page.locator('article[id^="response-"]:focus')).toBeVisible()
  const address = page.url()
  await page.keyboard.press('Control+Enter')
  await expect(page).not.toHaveURL(address)
  await expect(reference(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Lock scores and show the reference' })).toBeVisible()

  const stored = await runStatement<{ slot: number; first: number | null; value: number | null; choice: unknown }>(
    `SELECT r.slot, r.first_value AS first, r.value, r.choice FROM ratings r JOIN judgments j ON j.id = r.judgment_id
     JOIN studies s ON s.id = j.study_id WHERE s.slug = $1 ORDER BY r.slot, r.criterion`,
    [slug],
  )
  const first = words[0]?.length ?? 0
  expect(stored).toMatchObject([
    {
      slot: 1,
      choice: {
        kind: 'spans',
        spans: [
          { part: 'source', turn: 0, start: 0, category: 'omission', severity: 'minor' },
          {
            part: 'response',
            start: first + 1,
            end: first + 1 + `${words[1]} ${words[2]}`.length,
            category: 'mistranslation',
            severity: 'major',
          },
        ],
      },
    },
    { slot: 1, first: 2, value: 3 },
    { slot: 2, first: 1, value: 1 },
    { slot: 3, first: 0, value: 0 },
  ])
  await expectFirstInResults(page, slug)
})

/** Headline from the first scores, the others beside them: on the page and in the file. */
async function expectFirstInResults(page: Page, slug: string) {
  expect((await assay('study', 'close', slug, '--accept-unfinished')).code).toBe(0)
  expect((await assay('study', 'unblind', slug, '--reason', 'Nothing is left to judge')).code).toBe(0)
  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto(`/studies/${slug}/results/scores`)
  const means = async (table: Locator) => {
    // The page is streamed: until it is drawn, there is a skeleton in its place.
    await expect(table).toBeVisible()
    return (await table.getByRole('cell').allInnerTexts()).map(text => text.slice(0, 4))
  }
  const first = page.getByRole('table', { name: /^Mean scores/ })
  expect(new Set(await means(first))).toEqual(new Set(['2.00', '1.00', '0.00']))
  const after = page.getByRole('table', { name: 'Overall after the reference was shown' })
  expect(new Set(await means(after))).toEqual(new Set(['3.00', '1.00', '0.00']))
  await expect(page.getByText('1 of 3 scores changed after the reference was shown.')).toBeVisible()
  const marks = page.getByRole('table', { name: 'Mean weight of marked errors: Errors' })
  await expect(marks.getByRole('row').filter({ hasText: '6.00' })).toHaveCount(1)
  await expectAccessible(page)
  const csv = await (await page.request.get(`/api/downloads/studies/${slug}/judgments`)).text()
  const [head = [], ...rows] = csv
    .trim()
    .split('\n')
    .map(line => line.split(','))
  const pairs = rows.map(row => [row[head.indexOf('score')], row[head.indexOf('score_after')]].join(' '))
  expect(pairs.toSorted()).toEqual(['0 0', '1 1', '2 3'])
}

test('whoever lacks the source language gets nothing, and is told why', async ({ page }, info) => {
  const person = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' }] })
  const slug = await openStudy(info, [person], items, undefined, 'translation')
  await signIn(page, person)
  await page.goto('/work')
  const study = page.getByRole('article', { name: `Study ${slug}` })
  await expect(study).toContainText('0 left')
})
