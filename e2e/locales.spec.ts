import { writeFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { runStatement } from '../prisma/builders/run-statement'
import { expectAccessible } from './fixtures/accessibility'
import { assay } from './fixtures/command-line'
import { countJudgments, openStudy } from './fixtures/open-study'
import { signIn } from './fixtures/sign-in'

const html = (page: Page) => page.locator('html')
const languages = [{ tag: 'ar', proficiency: 'NATIVE' as const }]
const chooseFor = (userId: string, locale: string) =>
  runStatement('UPDATE users SET locale = $2 WHERE id = $1', [userId, locale])

test.describe('before the sign-in', () => {
  test.use({ locale: 'zh-TW' })

  test('the browser’s language is taken, and another one can be chosen', async ({ page }) => {
    await page.goto('/sign-in')
    await expect(html(page)).toHaveAttribute('lang', 'zh-Hans')
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
    await page.getByLabel('电子邮箱').fill('typed@example.org')
    await page.getByRole('button', { name: 'العربية' }).click()
    await expect(html(page)).toHaveAttribute('lang', 'ar')
    await expect(html(page)).toHaveAttribute('dir', 'rtl')
    await expect(page.getByRole('heading', { name: 'تسجيل الدخول' })).toBeVisible()
    // What was typed is still there.
    await expect(page.getByLabel('البريد الإلكتروني')).toHaveValue('typed@example.org')
    await page.getByLabel('كلمة المرور', { exact: true }).fill('not the password')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main').getByRole('alert')).toContainText('غير صحيحين')
    await expectAccessible(page)
    await page.reload()
    await expect(html(page)).toHaveAttribute('lang', 'ar')
  })
})

test('the chosen language goes with the person into another browser', async ({ page, browser }) => {
  const person = await makeUser({ languages })
  await signIn(page, person)
  await page.goto('/account')
  await expect(html(page)).toHaveAttribute('lang', 'en')
  await page.getByRole('radio', { name: '简体中文' }).click()
  await expect(page.getByRole('heading', { name: '语言与专长' })).toBeVisible()
  await expect(html(page)).toHaveAttribute('lang', 'zh-Hans')
  await expectAccessible(page)

  await page.getByRole('button', { name: /的账户菜单/ }).click()
  await page.getByRole('menuitemradio', { name: 'العربية' }).click()
  await expect(page.getByRole('heading', { name: 'اللغات والخبرة' })).toBeVisible()
  await expect(html(page)).toHaveAttribute('dir', 'rtl')
  await expectAccessible(page)

  const elsewhere = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await elsewhere.goto('/sign-in')
  await expect(html(elsewhere)).toHaveAttribute('lang', 'en')
  await signIn(elsewhere, person)
  await elsewhere.goto('/work')
  await expect(html(elsewhere)).toHaveAttribute('lang', 'ar')
  await expect(elsewhere.getByText('لا شيء للتقييم بعد')).toBeVisible()
  await expectAccessible(elsewhere)
  await elsewhere.context().close()

  // The sign-in page of the first browser remembers it.
  await page.getByRole('button', { name: /قائمة حساب/ }).click()
  await page.getByRole('menuitem', { name: 'تسجيل الخروج' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await expect(html(page)).toHaveAttribute('lang', 'ar')
})

test('judging by an Arabic keyboard on the mirrored page', async ({ page }, info) => {
  const person = await makeUser({ languages })
  await chooseFor(person.id, 'ar')
  const responses = ['إجابة أولى مصطنعة.', 'A made-up answer in English.', '虚构的中文回答。']
  const slug = await openStudy(info, [person], [{ prompt: 'سؤال مصطنع؟', language: 'ar', responses }])
  await signIn(page, person)
  await page.goto('/work')
  await page.getByRole('article').getByRole('button', { name: 'ابدأ' }).click()
  const scores = (letter: string) => page.getByRole('region', { name: `درجات الإجابة ${letter}` })
  await expect(scores('A')).toContainText('بلا درجة')
  await expectAccessible(page)
  // The first response stands at the right, and the arrow that points to the left goes on from it.
  const [first, second] = await Promise.all([scores('A').boundingBox(), scores('B').boundingBox()])
  expect(first?.x).toBeGreaterThan(second?.x ?? Number.POSITIVE_INFINITY)
  const pressed = (letter: string) => scores(letter).getByRole('button', { pressed: true })
  const type = (key: string, code: string) =>
    page.evaluate(
      ([pressedKey, place]) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressedKey, code: place, bubbles: true })),
      [key, code],
    )
  await page.keyboard.press('ArrowLeft')
  await type('٧', 'Digit7')
  await expect(pressed('B')).toHaveText('7')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('9')
  await expect(pressed('A')).toHaveText('9')
  // The place of J and K, with the letters of an Arabic keyboard.
  await type('ت', 'KeyJ')
  await type('ت', 'KeyJ')
  await page.keyboard.press('8')
  await expect(pressed('C')).toHaveText('8')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('لا شيء للتقييم في')).toBeVisible()
  await expect.poll(() => countJudgments(slug)).toBe(1)
})

test('guidelines are written per language, and read in one’s own', async ({ page, browser }, info) => {
  const admin = await makeUser({ role: 'ADMIN' })
  const name = `Guidelines of ${admin.id.slice(0, 8)}`
  await signIn(page, admin)
  await page.goto('/studies/new')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  const guidelines = page.getByRole('textbox', { name: 'Guidelines' })
  const reader = page.getByLabel('Language of the reader')
  await guidelines.fill('Read with care.')
  await reader.selectOption({ label: 'العربية' })
  await expect(guidelines).toHaveValue('')
  await guidelines.fill('اقرأ بعناية.')
  await reader.selectOption({ label: 'Everybody else' })
  await expect(guidelines).toHaveValue('Read with care.')
  await page.getByRole('button', { name: 'Create the study' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const slug = new URL(page.url()).pathname.split('/')[2] ?? ''

  const readers = [
    { person: await makeUser({ languages }), locale: 'ar', reads: 'اقرأ بعناية.' },
    { person: await makeUser({ languages }), locale: 'zh-Hans', reads: 'Read with care.' },
  ]
  const file = info.outputPath('items.jsonl')
  const answers = [1, 2].map(number => ({ model: `made-up model ${number}`, text: `Made-up answer ${number}` }))
  const items = readers.map((_, index) => ({
    id: `made-up-${index}`,
    language: 'ar',
    prompt: 'سؤال مصطنع؟',
    responses: answers,
  }))
  writeFileSync(file, items.map(item => JSON.stringify(item)).join('\n'))
  expect((await assay('import', file, '--study', slug)).code).toBe(0)
  await runStatement(
    'INSERT INTO study_annotators (study_id, user_id) SELECT s.id, p.id FROM studies s, unnest($2::uuid[]) p(id) WHERE s.slug = $1',
    [slug, readers.map(({ person }) => person.id)],
  )
  const opened = await assay('study', 'open', slug)
  expect(opened.code, opened.stderr).toBe(0)

  for (const { person, locale, reads } of readers) {
    await chooseFor(person.id, locale)
    const context = await browser.newContext()
    const own = await context.newPage()
    await signIn(own, person)
    await own.goto('/work')
    await own.getByRole('article', { name }).getByRole('button').click()
    await expect(own).toHaveURL(/\/work\/[0-9a-f-]{36}$/)
    await expect(own.getByText('Made-up answer 1')).toBeVisible()
    await own.keyboard.press('g')
    await expect(own.getByRole('dialog').getByText(reads)).toBeVisible()
    await expectAccessible(own)
    await context.close()
  }
})

test('the administration in Arabic', async ({ page }) => {
  const admin = await makeUser({ role: 'ADMIN' })
  await chooseFor(admin.id, 'ar')
  await signIn(page, admin)
  const [study] = await runStatement<{ slug: string }>(
    `SELECT slug FROM studies WHERE state = 'CLOSED' AND unblinded_at IS NOT NULL ORDER BY created_at LIMIT 1`,
    [],
  )
  const pages = {
    '/studies': 'الدراسات',
    '/people': 'الأشخاص',
    '/audit': 'سجل التدقيق',
    '/studies/new': 'الإرشادات',
    [`/studies/${study?.slug}/results`]: 'متوسط الدرجات',
  }
  for (const [address, heading] of Object.entries(pages)) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible()
    await expect(html(page)).toHaveAttribute('dir', 'rtl')
    await expectAccessible(page)
  }
})

test('what the form of a study refuses, in Chinese', async ({ page }) => {
  const admin = await makeUser({ role: 'ADMIN' })
  await chooseFor(admin.id, 'zh-Hans')
  await signIn(page, admin)
  await page.goto('/studies/new?preset=translation')
  // The preview is drawn in the browser alone: where it is, the form answers to clicks.
  await expect(page.getByRole('button', { name: '“Errors”的含义' })).toBeVisible()
  await page.getByRole('button', { name: /^Errors/ }).click()
  const category = page.getByRole('textbox', { name: '类别 2', exact: true })
  await category.fill('')
  await page.getByLabel('每个条目的标注员人数', { exact: true }).fill('0')
  await page.getByRole('button', { name: '创建评测' }).click()
  const summary = page.getByRole('alert').filter({ hasText: '有 3 处需要注意' })
  await expect(summary.getByRole('listitem')).toHaveText([
    '名称: 评测名称至少需要三个字符。',
    'Errors · 类别 2: 请填写此项。',
    /: 请填写不小于 1 的数字。$/,
  ])
  await expect(category).toHaveAccessibleDescription('请填写此项。')
  await expectAccessible(page)
})
