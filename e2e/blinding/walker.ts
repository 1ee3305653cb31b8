import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { castNet, type Net } from './net'
import { makeOwnDatabase, startWebOn } from './own-application'
import { runStatementOn } from './run-statement-on'

const responses = 'article[id^="response-"]'

/** Somebody who walks through an application of their own, all of whose traffic is kept. */
export type Walker<Made> = ReturnType<typeof actionsOn> & {
  made: Made
  databaseUrl: string
  origin: string
  net: Net
  context: BrowserContext
  page: Page
  stop: () => Promise<void>
}

/** Starts the application on a new database that `make` fills, and opens a browser whose traffic a net catches. */
export async function startWalk<Made>(
  browser: Browser,
  name: string,
  make: (databaseUrl: string) => Promise<Made>,
): Promise<Walker<Made>> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const end of stops.reverse()) await end()
  }
  try {
    const database = await makeOwnDatabase(name)
    stops.push(database.drop)
    const made = await make(database.url)
    const web = await startWebOn(database.url)
    stops.push(web.stop)
    const net = await castNet(web.origin)
    stops.push(() => net.proxy.stop())
    const context = await browser.newContext({
      baseURL: web.origin,
      proxy: { server: net.proxy.server },
      viewport: { width: 1400, height: 900 },
    })
    stops.push(() => context.close())
    context.on('page', opened => net.watch(opened))
    const page = await context.newPage()
    return {
      made,
      databaseUrl: database.url,
      origin: web.origin,
      net,
      context,
      page,
      ...actionsOn(page, database.url),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What a walker does, by keyboard. */
function actionsOn(page: Page, databaseUrl: string) {
  const articles = () => page.locator(responses)
  /** The page listens to keys from when it has given a response the focus. */
  const takesKeys = (of: Page = page) => expect(of.locator(`${responses}:focus`)).toBeVisible({ timeout: 15_000 })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  return {
    articles,
    takesKeys,
    press,
    submit: () => press('Control+Enter'),
    /** Gives every response of the item on the screen a score. */
    async scoreAll(digit = '7') {
      await articles().first().waitFor()
      const slots = Number(/of (\d+)/.exec(await page.getByText(/of \d+ scored/).innerText())?.[1])
      for (let slot = 0; slot < slots; slot++) await press(digit, 'Enter')
      await expect(page.getByText(`${slots} of ${slots} scored`)).toBeVisible()
    },
    /** Writes a comment on the current response. */
    async comment(text: string) {
      await articles().first().waitFor()
      await press('c')
      await expect(page.locator('[data-comment-slot]:focus')).toBeVisible()
      await page.keyboard.type(text)
      await press('Escape')
      await takesKeys()
    },
    /** Does something that ends the item on the screen, and waits for the next one. */
    async goOn(action: () => Promise<void>) {
      const address = page.url()
      await action()
      await expect(page).not.toHaveURL(address)
      await articles().first().waitFor()
    },
    async count(table: string) {
      const [row] = await runStatementOn<{ n: number }>(databaseUrl, `SELECT count(*)::int AS n FROM ${table}`, [])
      return row?.n ?? 0
    },
  }
}
