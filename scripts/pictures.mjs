// Takes the pictures of the documents from a running demo: npm run demo, then npm run pictures -- http://localhost:3000
// With names behind the address only those are taken.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { ensureChromium } from './chromium.mjs'

const [address = 'http://localhost:3000', ...only] = process.argv.slice(2)
const folder = path.resolve('docs', 'pictures')
const password = 'made-up-for-the-demo'
const finished = '/studies/demo-general-chat-finished'
const open = '/studies/demo-general-chat-open'
const chat = 'Demo: general chat, open'

/** Name of the picture → who, which page, and how it is looked at. */
const pictures = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'studies', as: 'admin', path: '/studies' },
  { name: 'new-study', as: 'admin', path: '/studies/new' },
  { name: 'overview', as: 'admin', path: open },
  { name: 'items', as: 'admin', path: `${open}/items` },
  { name: 'import', as: 'admin', path: `${open}/import` },
  { name: 'models', as: 'admin', path: `${open}/models` },
  { name: 'study-people', as: 'admin', path: `${open}/people` },
  { name: 'preview', as: 'admin', path: `${open}/preview` },
  { name: 'flags', as: 'admin', path: `${open}/flags` },
  { name: 'settings', as: 'admin', path: `${open}/settings` },
  { name: 'progress', as: 'admin', path: `${finished}/progress` },
  { name: 'results', as: 'admin', path: `${finished}/results` },
  { name: 'head-to-head', as: 'admin', path: '/studies/demo-ranking/results/head-to-head' },
  { name: 'quality', as: 'admin', path: '/studies/demo-quality-control/quality' },
  { name: 'disagreements', as: 'admin', path: '/studies/demo-expert-rubric/review/disagreements' },
  { name: 'preferences', as: 'admin', path: '/studies/demo-preference/review/preferences' },
  { name: 'people', as: 'admin', path: '/people' },
  { name: 'audit', as: 'admin', path: '/audit' },
  { name: 'work', as: 'annotator-5', path: '/work' },
  { name: 'judging', as: 'annotator-4', study: chat, language: 'en' },
  { name: 'judging-dark', as: 'annotator-2', study: chat, dark: true },
  { name: 'judging-right-to-left', as: 'annotator-3', study: chat },
  { name: 'judging-narrow', as: 'annotator-1', study: chat, width: 390, height: 844 },
  { name: 'judging-translation', as: 'annotator-3', study: 'Demo: translation, open' },
  { name: 'judging-rubric', as: 'annotator-4', study: 'Demo: expert rubric' },
  { name: 'judging-preference', as: 'annotator-4', study: 'Demo: preference' },
  { name: 'judging-ranking', as: 'annotator-4', study: 'Demo: ranking' },
  { name: 'judgments', as: 'annotator-1', path: '/work/judgments' },
  { name: 'statement', as: 'annotator-1', path: '/work/statement' },
  { name: 'account', as: 'annotator-1', path: '/account' },
]

async function signIn(page, who) {
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('E-mail').fill(`demo-${who}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(url => url.pathname !== '/sign-in')
}

const toured = new Set()

/** Opens the next item of a study; with a language, skips on until one of that language is there. */
async function openItem(page, study, who, language) {
  await page.goto(`${address}/work`)
  await page
    .getByRole('article', { name: study })
    .getByRole('button', { name: /Begin|Continue/ })
    .click()
  await page.waitForURL(/\/work\/[0-9a-f-]{36}/)
  // The tour of a person's first assignment would stand in front of it; there is none where the demo has been used.
  const endTour = page.getByRole('button', { name: 'End the tour' })
  if (!toured.has(who)) await endTour.click({ timeout: 5000 }).catch(() => {})
  toured.add(who)
  for (let tries = 0; language && tries < 12; tries++) {
    await page.getByRole('button', { name: /^Skip/ }).waitFor()
    if ((await page.locator(`main [lang="${language}"]`).count()) > 0) return
    const before = page.url()
    await page.getByRole('button', { name: /^Skip/ }).click()
    await page.getByRole('dialog').getByText('Outside of what I know').click()
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Skip', exact: true })
    if (await confirm.isVisible()) await confirm.click()
    await page.waitForURL(url => url.href !== before)
  }
}

const browser = await chromium.launch({
  executablePath: (await ensureChromium()) || undefined,
  chromiumSandbox: process.getuid?.() !== 0,
})
mkdirSync(folder, { recursive: true })
for (const { name, as, width = 1440, height = 900, dark, study, language, path: page } of pictures) {
  if (only.length > 0 && !only.includes(name)) continue
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  const tab = await context.newPage()
  if (as) await signIn(tab, as)
  if (study) await openItem(tab, study, as, language)
  else await tab.goto(`${address}${page}`)
  await tab.locator('main').waitFor()
  await tab.waitForLoadState('networkidle')
  await tab.evaluate(() => document.fonts.ready)
  await tab.locator('[aria-busy="true"], div.animate-pulse').first().waitFor({ state: 'detached' })
  await tab.screenshot({ path: path.join(folder, `${name}.png`) })
  console.log(name)
  await context.close()
}
await browser.close()
