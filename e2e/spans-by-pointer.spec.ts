import { expect, type Locator, type Page, type TestInfo, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { beginJudging } from './fixtures/begin-judging'
import { type ItemLine, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

test.describe.configure({ timeout: 120_000 })

// Made-up sentences: from left to right without spaces, and from right to left.
const source = '他又在朋友圈里凡尔赛了🙂。真是服了他！'
const said = 'لقد عاد إلى التباهي أمام أصدقائه 🙂 على صفحته، وأنا أعترف ببراعته.'
const item: ItemLine = {
  language: 'ar',
  source_language: 'zh-Hans',
  prompt: source,
  responses: [said, said.replace('التباهي', 'التفاخر')],
}

async function begin(page: Page, info: TestInfo): Promise<string> {
  const person = await makeUser({ languages: ['zh', 'ar'].map(tag => ({ tag, proficiency: 'NATIVE' })) })
  const slug = await openStudy(info, [person], [item], undefined, 'translation')
  await signIn(page, person)
  await beginJudging(page, slug)
  await expect(page.getByRole('textbox', { name: 'Text of response A' })).toBeVisible()
  await expect(page.locator('article[id^="response-"]:focus')).toBeVisible()
  return person.id
}

const responseA = (page: Page) => page.getByRole('textbox', { name: 'Text of response A' })
const popover = (page: Page) => page.getByRole('dialog', { name: 'What is wrong with the marked words' })
const marks = (page: Page) => page.getByRole('region', { name: 'Scores of response A' }).getByRole('listitem')
const saved = (page: Page) => expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved')

/** Where words begin and end on the page, as they are read, one pixel inside. */
const edgesOf = (text: Locator, words: string) =>
  text.evaluate((root, sought) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(sought)
      if (at < 0) continue
      const boxAt = (offset: number) => {
        const range = document.createRange()
        range.setStart(node as Text, offset)
        range.setEnd(node as Text, offset + 1)
        return range.getBoundingClientRect()
      }
      const [first, last] = [boxAt(at), boxAt(at + sought.length - 1)]
      const isRtl = /\p{Script=Arabic}/u.test(sought)
      const y = (box: DOMRect) => box.top + box.height / 2
      return {
        from: { x: isRtl ? first.right - 1 : first.left + 1, y: y(first) },
        to: { x: isRtl ? last.left + 1 : last.right - 1, y: y(last) },
      }
    }
    throw new Error(`"${sought}" is not there`)
  }, words)

/** Presses at one end of some words and lets go at the other. */
async function drag(page: Page, text: Locator, words: string, backwards = false) {
  await text.scrollIntoViewIfNeeded()
  const edges = await edgesOf(text, words)
  const [from, to] = backwards ? [edges.to, edges.from] : [edges.from, edges.to]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 10 })
  await page.mouse.up()
}

const storedSpans = async (userId: string) => {
  const [draft] = await runStatement<{ spans: { part: string; start: number; end: number; category: string }[] }>(
    `SELECT r->'choice'->'spans' AS spans FROM drafts d JOIN assignments a ON a.id = d.assignment_id,
       jsonb_array_elements(d.content->'ratings') r WHERE a.user_id = $1 AND r->'choice'->>'kind' = 'spans'`,
    [userId],
  )
  return draft?.spans ?? []
}
const place = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

test('by mouse, in Arabic and in Chinese, forwards and backwards', async ({ page }, info) => {
  const person = await begin(page, info)
  const wrong = (await responseA(page).innerText()).includes('التفاخر')
    ? 'التفاخر أمام أصدقائه'
    : 'التباهي أمام أصدقائه'
  await drag(page, responseA(page), wrong)
  await expect(popover(page)).toContainText(wrong)
  await page.screenshot({ path: info.outputPath('mouse-arabic.png') })
  await expectAccessible(page)
  await popover(page).getByRole('button', { name: 'Mistranslation' }).click()
  await popover(page).getByRole('button', { name: 'Major' }).click()
  await expect(popover(page)).toHaveCount(0)
  await expect(responseA(page).locator('mark')).toHaveText([wrong])

  const missing = '凡尔赛了🙂'
  const original = page.getByRole('textbox', { name: 'Text of the source' })
  await drag(page, original, missing, true)
  await expect(popover(page)).toContainText(missing)
  await page.screenshot({ path: info.outputPath('mouse-chinese.png') })
  await popover(page).getByRole('button', { name: 'Omission' }).click()
  await popover(page).getByRole('button', { name: 'Minor' }).click()
  await expect(marks(page)).toHaveCount(2)
  await saved(page)
  const whole = await responseA(page).innerText()
  expect(await storedSpans(person)).toMatchObject([
    { part: 'source', ...place(source, missing), category: 'omission' },
    { part: 'response', ...place(whole, wrong), category: 'mistranslation' },
  ])
  await page.screenshot({ path: info.outputPath('mouse-marked.png') })

  // A click on a mark changes it or takes it back.
  await original.locator('mark').click()
  await expect(popover(page).getByRole('button', { name: 'Omission' })).toHaveAttribute('aria-pressed', 'true')
  await popover(page).getByRole('button', { name: 'Remove' }).click()
  await expect(original.locator('mark')).toHaveCount(0)
  await expect(marks(page)).toHaveCount(1)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 })

  async function tapOn(page: Page, text: Locator, words: string) {
    const { from, to } = await edgesOf(text, words)
    await page.touchscreen.tap((from.x + to.x) / 2, (from.y + to.y) / 2)
  }
  const chosen = (page: Page) => page.evaluate(() => String(getSelection()))

  test('by finger: one word is tapped, then another; the selection grows by its handles; a mark is tapped', async ({
    page,
  }, info) => {
    const person = await begin(page, info)
    const text = responseA(page)
    const mark = page.getByRole('button', { name: 'Mark the selection' })
    await tapOn(page, text, 'أصدقائه')
    await expect.poll(() => chosen(page)).toBe('أصدقائه')
    await expect(mark).toBeVisible()
    await tapOn(page, text, 'صفحته')
    const wrong = 'أصدقائه 🙂 على صفحته'
    await expect.poll(() => chosen(page)).toBe(wrong)
    await page.screenshot({ path: info.outputPath('phone-selected.png') })
    await mark.tap()
    await expect(popover(page)).toContainText(wrong)
    await page.screenshot({ path: info.outputPath('phone-popover.png') })
    await expectAccessible(page)
    await popover(page).getByRole('button', { name: 'Mistranslation' }).tap()
    await popover(page).getByRole('button', { name: 'Major' }).tap()
    await expect(text.locator('mark')).toHaveText([wrong])
    await expect(mark).toHaveCount(0)
    await saved(page)
    expect(await storedSpans(person)).toMatchObject([{ part: 'response', ...place(await text.innerText(), wrong) }])
    // A mark is no score.
    await expect(page.getByRole('navigation', { name: 'Responses' }).getByRole('button').first()).toHaveText(/A\s*–/)
    await expect(page.getByText('1 mark · weight 5').last()).toBeVisible()
    await page.screenshot({ path: info.outputPath('phone-marked.png') })
    await expectAccessible(page)

    // The word itself once more takes the choice back. Then what the handles of a selection do.
    const original = page.getByRole('textbox', { name: 'Text of the source' })
    await tapOn(page, original, '真是')
    await expect.poll(() => chosen(page)).toBe('真是')
    await tapOn(page, original, '真是')
    await expect.poll(() => chosen(page)).toBe('')
    await expect(mark).toHaveCount(0)
    await tapOn(page, original, '真是')
    await page.evaluate(() => getSelection()?.modify('extend', 'forward', 'character'))
    await expect.poll(() => chosen(page)).toBe('真是服')
    await mark.tap()
    await expect(popover(page)).toContainText('真是服')
    await popover(page).getByRole('button', { name: 'Cancel' }).tap()
    await expect(popover(page)).toHaveCount(0)

    await text.locator('mark').tap()
    await popover(page).getByRole('button', { name: 'Remove' }).tap()
    await expect(text.locator('mark')).toHaveCount(0)
  })
})
