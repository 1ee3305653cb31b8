import { expect } from '@playwright/test'
import type { CanaryStudy } from './canary-study'
import { openClient } from './person-client'
import { fillRoute, listRoutes } from './routes'
import { runStatementOn } from './run-statement-on'
import type { Walker } from './walker'

/** An annotator tries addresses that lead nowhere, and every page and file of admins: all of them turn them away. */
export async function walkRefusedAddresses({ page, net, made: study, databaseUrl, origin }: Walker<CanaryStudy>) {
  const [theirs] = await runStatementOn<{ id: string }>(databaseUrl, 'SELECT gen_random_uuid() AS id', [])
  for (const address of [
    '/work/nothing',
    `/work/${theirs?.id}`,
    '/nowhere',
    '/work/judgments?study=%00',
    '/work/%E0%A4%A',
  ]) {
    await page.goto(address)
    await net.look(page, address)
  }
  const values = { study: study.slug, import: theirs?.id ?? '' }
  const client = await openClient(
    { databaseUrl: databaseUrl, origin: origin, proxy: net.proxy.server },
    study.annotator.id,
  )
  for (const { template, file } of listRoutes('page.tsx').filter(route => route.isAdmin)) {
    const address = fillRoute(template, values)
    await page.goto(address)
    // A page that streams has begun before its gate has spoken: it sends away, or says that there is nothing.
    const isRefused = async () =>
      new URL(page.url()).pathname !== address || (await page.getByRole('heading', { name: 'Not found' }).isVisible())
    await expect.poll(isRefused, `${file} turns annotators away`).toBe(true)
    await page.waitForLoadState('load')
    await net.look(page, address)
    await client.send('GET', `${address}?_rsc=1`, undefined, { rsc: '1' })
    await client.send('GET', address, undefined, { rsc: '1', 'next-router-prefetch': '1' })
  }
  for (const { template, file } of listRoutes('route.ts')) {
    if (/trpc|auth|health|statement|v1\/(docs|openapi)/.test(template)) continue
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const { status } = await client.send(method, fillRoute(template, values), method === 'GET' ? undefined : '{}')
      expect(status, `${method} ${file} refuses annotators`).toBeGreaterThanOrEqual(400)
      expect(status, `${method} ${file}`).toBeLessThan(500)
    }
  }
  await askPublicApi(client, origin, study.slug)
  const person = study.colleague.id
  const { status } = await client.send(
    'GET',
    `/api/downloads/statement?person=${person}&from=2020-01-01&to=2030-01-01&timeZone=UTC`,
  )
  expect(status).toBe(403)
  client.close()
}

/** Each operation of the public API is closed to a sign-in. Its document, the same for everybody, is read outside the net: it names columns. */
async function askPublicApi(client: Awaited<ReturnType<typeof openClient>>, origin: string, study: string) {
  const { paths } = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, object>>
  }
  expect(Object.keys(paths).length).toBeGreaterThan(20)
  for (const [path, methods] of Object.entries(paths))
    for (const method of Object.keys(methods)) {
      const address = `/api/v1${path.replace('{study}', study).replace(/\{\w+\}/g, 'scores')}`
      const { status } = await client.send(method.toUpperCase(), address, method === 'get' ? undefined : '{}')
      expect(status, `${method} ${path} takes no sign-in for a key`).toBe(401)
    }
}
