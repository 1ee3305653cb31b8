import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../fixtures/sign-in'
import type { WalkedPreset } from './canary-items'
import { makeCanaryPresets } from './canary-study'
import { judgeAsColleague } from './judge-as-colleague'
import type { Net } from './net'
import { runStatementOn } from './run-statement-on'
import { expectHeld, expectNoLeak, expectRandomIds, expectStrictPages } from './walk-proofs'
import { startWalk, type Walker } from './walker'

// Every preset beside general chat is judged to its end, and nothing that reaches the browser says where a response is from,
// what a colleague thought, or what a reference says before its time.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

type Presets = Awaited<ReturnType<typeof makeCanaryPresets>>

let walker: Walker<Presets>
let net: Net
let page: Page

test.beforeAll(async ({ browser }) => {
  walker = await startWalk(browser, 'walk_presets', makeCanaryPresets)
  ;({ net, page } = walker)
  for (const preset of Object.keys(ways) as WalkedPreset[]) await judgeAsColleague(walker, preset)
  await signIn(page, walker.made.annotator)
})
test.afterAll(() => walker?.stop())

const says = (text: string) => expect(page.getByText(text, { exact: true })).toBeVisible()

/** How many items of the translation have been locked, and how many of its references have come. */
let locked = 0
const lateHeld = () =>
  walker.made.canaries.late.filter(value => net.leaks([{ label: 'late', value }]).length > 0).length

/** How an item of a preset is judged by keyboard, until it can be submitted. */
const ways: Record<WalkedPreset, () => Promise<void>> = {
  async translation() {
    for (let slot = 1; slot <= 3; slot++) await walker.press('2', 'Enter')
    await says('3 of 3 scored')
    await walker.press('m', 'Enter', 'a', '1', 'Escape')
    await net.look(page, 'translation: scored and marked')
    expect(lateHeld(), 'nothing of a reference came before its lock').toBe(locked)
    await walker.submit()
    await expect(page.getByText(/^The reference of sentence/)).toBeVisible()
    await net.look(page, 'translation: the reference')
    locked += 1
    expect(lateHeld(), 'the reference of this item came, and no other').toBe(locked)
  },
  async preference() {
    await walker.press('t', 't', 't', 't')
    await says('4 of 4 answered')
  },
  async ranking() {
    await walker.press('1', '2', '3')
    await says('3 of 3 scored')
  },
  async 'expert-rubric'() {
    for (let slot = 1; slot <= 3; slot++) await walker.press('1', '1')
    await says('3 of 3 scored')
  },
  async blank() {
    await walker.scoreAll()
    await walker.press('w')
    await net.look(page, 'blank: chosen')
  },
}
const counts: Record<WalkedPreset, number> = { translation: 3, preference: 4, ranking: 2, 'expert-rubric': 2, blank: 2 }

for (const preset of Object.keys(ways) as WalkedPreset[])
  test(`a study of ${preset}, until there is nothing left`, async () => {
    await page.goto('/work')
    await page
      .getByRole('article', { name: `A study of ${preset}` })
      .getByRole('button', { name: 'Begin' })
      .click()
    await expect(page).toHaveURL(/\/work\/[0-9a-f-]{36}$/)
    const nothingLeft = page.getByText(/^Nothing to judge in/)
    let judged = 0
    for (; judged < 12 && !(await nothingLeft.isVisible()); judged++) {
      await walker.takesKeys()
      await net.look(page, `${preset} ${judged}: as it came`)
      // Drawn by the server, too, and not only from what was fetched ahead.
      await page.reload()
      await walker.takesKeys()
      // The keys of a kind come after its entry.
      await page.waitForLoadState('networkidle')
      for (const key of judged === 0 ? ['g', '?'] : []) {
        await walker.press(key)
        await expect(page.getByRole('dialog')).toBeVisible()
        await net.look(page, `${preset}: key ${key}`)
        await walker.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
      }
      await ways[preset]()
      await net.look(page, `${preset} ${judged}: judged`)
      const address = page.url()
      await walker.submit()
      await expect(async () => expect(page.url() !== address || (await nothingLeft.isVisible())).toBe(true)).toPass()
    }
    await net.look(page, `${preset}: nothing left`)
    // The gold item of the ranking comes on top.
    expect(judged).toBeGreaterThanOrEqual(counts[preset])
  })

test('earlier judgments of every kind, and one of them revised', async () => {
  await page.goto('/work/judgments')
  const links = page.getByRole('table').getByRole('link')
  await expect(links.first()).toBeVisible()
  const addresses = await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
  for (const address of new Set(addresses)) {
    await page.goto(address)
    await walker.takesKeys()
    await net.look(page, `a judgment at ${address}`)
  }
  const kinds = await runStatementOn<{ slug: string }>(
    walker.databaseUrl,
    'SELECT DISTINCT s.slug FROM judgments j JOIN studies s ON s.id = j.study_id WHERE j.user_id = $1',
    [walker.made.annotator.id],
  )
  expect(kinds.map(({ slug }) => slug).toSorted()).toEqual(Object.values(walker.made.studies).toSorted())
  expect(new Set(addresses).size).toBeGreaterThanOrEqual(10)
  await page.getByRole('button', { name: 'Save the revision' }).click()
  await expect(page).toHaveURL(/\/work\/judgments/)
  await page.goto('/work/statement')
  await net.look(page, 'statement')
})

test('no secret was in anything that reached the browser, and the net would have held it', async () => {
  const { canaries, annotator } = walker.made
  const [theirs] = await runStatementOn<{ n: number }>(
    walker.databaseUrl,
    'SELECT count(DISTINCT j.study_id)::int AS n FROM ratings r JOIN judgments j ON j.id = r.judgment_id WHERE r.text LIKE $1',
    [`%${canaries.theirs}%`],
  )
  expect(theirs?.n, 'the colleague wrote something in every study').toBe(Object.keys(ways).length)
  await expectNoLeak({ net, databaseUrl: walker.databaseUrl, canaries, annotatorId: annotator.id })
  const everywhere = [/body of GET .*\/work\//, /body of POST .*trpc/, /document at/]
  expectHeld(net, [canaries.planted], everywhere)
  // That the references were found after their lock shows that they would have been before it.
  expectHeld(net, canaries.late, everywhere)
})

test('strict pages, and random ids', () => {
  expectStrictPages(net)
  expectRandomIds(net)
})
