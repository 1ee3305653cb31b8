import type { Page } from '@playwright/test'
import { type RecordingProxy, startRecordingProxy } from './recording-proxy'
import { bytesAsText, makeSecretFinder, type Secret } from './secret-forms'

/** Something that reached a browser, and where it was. */
export interface Catch {
  where: string
  bytes: string
}

/** Everything that a page keeps, shows and says, as one text per place. Runs in the browser. */
async function readBrowser(): Promise<Record<string, string>> {
  const entries = (storage: Storage) => JSON.stringify(Object.entries(storage))
  const values = [...document.querySelectorAll('input, textarea, select')].map(
    field => (field as HTMLInputElement).value,
  )
  const databases: unknown[] = []
  for (const { name } of await indexedDB.databases()) {
    if (!name) continue
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    for (const store of opened.objectStoreNames) {
      const read = (method: 'getAll' | 'getAllKeys') =>
        new Promise<unknown>((resolve, reject) => {
          const request = opened.transaction(store).objectStore(store)[method]()
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      databases.push({ name, store, keys: await read('getAllKeys'), values: await read('getAll') })
    }
    opened.close()
  }
  const cached: unknown[] = []
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) cached.push({ name, url: request.url })
  }
  return {
    address: location.href,
    title: document.title,
    document: document.documentElement.outerHTML,
    fields: JSON.stringify(values),
    localStorage: entries(localStorage),
    sessionStorage: entries(sessionStorage),
    indexedDB: JSON.stringify(databases),
    caches: JSON.stringify(cached),
    history: JSON.stringify(history.state ?? null),
    windowName: window.name,
    // What has been evaluated on the page but is in no element: the stream of server components.
    stream: JSON.stringify(Reflect.get(window, '__next_f') ?? []),
    resources: JSON.stringify(performance.getEntries()),
  }
}

/** All that reaches one browser context: its traffic through the proxy, and what its pages keep, show and say. */
export async function castNet(origin: string) {
  const proxy: RecordingProxy = await startRecordingProxy(origin)
  const kept: Catch[] = []
  const keep = (where: string, text: string) => kept.push({ where, bytes: bytesAsText(text) })

  return {
    proxy,
    /** Listens to what a page says. */
    watch(page: Page) {
      page.on('console', message => keep(`console of ${page.url()}`, message.text()))
      page.on('pageerror', error => keep(`error of ${page.url()}`, `${error.message}\n${error.stack}`))
      page.on('dialog', dialog => keep(`dialog of ${page.url()}`, dialog.message()))
      page.on('download', async download => keep(`download of ${page.url()}`, download.suggestedFilename()))
    },
    /** Takes down what a page keeps and shows at this moment. */
    async look(page: Page, step: string) {
      const found = await page.evaluate(readBrowser)
      for (const [place, text] of Object.entries(found)) keep(`${place} at "${step}"`, text)
      for (const cookie of await page.context().cookies()) keep(`cookie at "${step}"`, `${cookie.name}=${cookie.value}`)
    },
    /** Everything caught so far. Bodies that came more than once (scripts, styles) are there once. */
    everything(): Catch[] {
      const seen = new Set<string>()
      const traffic = proxy.exchanges.flatMap(exchange => {
        const name = `${exchange.method} ${exchange.url} (${exchange.status})`
        return [
          { where: `address ${name}`, bytes: bytesAsText(exchange.url) },
          { where: `request of ${name}`, bytes: `${exchange.requestHeaders}\n\n${exchange.requestBody}` },
          { where: `headers of ${name}`, bytes: exchange.responseHeaders },
          { where: `body of ${name}`, bytes: exchange.responseBody },
        ]
      })
      return [...traffic, ...kept].filter(({ bytes }) => {
        if (bytes === '' || seen.has(bytes)) return false
        seen.add(bytes)
        return true
      })
    },
    /** Where secrets were caught: "label: where". */
    leaks(secrets: Secret[]): string[] {
      const finder = makeSecretFinder(secrets)
      return this.everything().flatMap(({ where, bytes }) =>
        finder.find(bytes).map(secret => `${secret.label} (${secret.value}): ${where}`),
      )
    },
  }
}
export type Net = Awaited<ReturnType<typeof castNet>>
