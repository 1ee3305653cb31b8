import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { makeUser } from '../prisma/builders/make-user'
import { expectAccessible } from './fixtures/accessibility'
import { signIn } from './fixtures/sign-in'

let receiver: Server
const received: { type: string }[] = []
test.beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push(JSON.parse(body))
    response.end('thank you')
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
})
test.afterAll(() => new Promise(resolve => receiver.close(resolve)))

test('an admin makes a key, a program uses it, and it is revoked; a webhook is added, tested and turned off', async ({
  page,
  playwright,
  baseURL,
}) => {
  await signIn(page, await makeUser({ role: 'ADMIN' }))
  await page.goto('/integrations')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make a key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make a key' }).click()
  await expect(dialog.getByText('Give the key a name.')).toBeVisible()
  await dialog.getByLabel('Name').fill('Nightly script')
  await dialog.getByLabel('May').selectOption('WRITE')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Make a key' }).click()
  const secret = await page.getByRole('textbox', { name: 'Secret' }).inputValue()
  expect(secret).toMatch(/^assay_[\w-]{43}$/)
  await page.getByRole('button', { name: 'Done' }).click()

  const program = await playwright.request.newContext({ extraHTTPHeaders: { authorization: `Bearer ${secret}` } })
  const api = (path: string) => `${baseURL}/api/v1${path}`
  expect((await program.get(api('/me'))).status()).toBe(200)
  const study = await program.post(api('/studies'), { data: { name: 'Large file', preset: 'blank' } })
  expect(study.status()).toBe(201)
  const { slug } = await study.json()
  // Larger than what a proxy lets through: nothing of it may be cut off.
  const line = (number: number) =>
    `${JSON.stringify({ id: `i${number}`, language: 'en', prompt: 'x'.repeat(4_000_000), responses: [{ model: 'Alpha', text: 'y' }] })}\n`
  const sent = await program.post(api(`/studies/${slug}/items?dryRun=true`), {
    headers: { 'content-type': 'application/x-ndjson' },
    data: Buffer.from([1, 2, 3].map(line).join('')),
  })
  expect((await sent.json()).summary).toMatchObject({ lines: 3, items: { new: 3 } })

  await page.reload()
  const row = page.getByRole('row').filter({ hasText: 'Nightly script' })
  await expect(row).toContainText('Active')
  await expect(row).not.toContainText('Never Never')
  await row.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toContainText('Revoked')
  expect((await program.get(api('/me'))).status()).toBe(401)
  await program.dispose()

  await page.goto('/api/v1/docs')
  await expect(page.getByRole('heading', { name: 'Assay API', level: 1 })).toBeVisible()
  await expectAccessible(page)

  await page.goto('/integrations/webhooks')
  await page.getByRole('button', { name: 'Add a webhook' }).click()
  await dialog.getByRole('button', { name: 'Add a webhook' }).click()
  await expect(dialog.getByText('Enter a whole address')).toBeVisible()
  const address = `http://localhost:${(receiver.address() as AddressInfo).port}/hook`
  await dialog.getByLabel('Address').fill(address)
  await dialog.getByLabel('An assignment was judged').click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Add a webhook' }).click()
  expect(await page.getByRole('textbox', { name: 'Secret' }).inputValue()).toMatch(/^whsec_/)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: `Log of ${address}` }).click()
  await page.getByRole('button', { name: 'Send a test' }).click()
  // Other studies of this run are opened and closed meanwhile, which it is told, too.
  const message = page.getByRole('article').filter({ has: page.getByText('Test', { exact: true }) })
  await expect(message).toContainText('Arrived')
  await expect(message).toContainText('thank you')
  expect(received.map(({ type }) => type)).toContain('webhook.test')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByRole('button', { name: 'Turn on' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page).toHaveURL(/\/integrations\/webhooks$/)
})
