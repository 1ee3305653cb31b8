import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { assay } from './fixtures/command-line'

test('a study by its own protocol, its annotators, and a key that a program uses', async ({ request }) => {
  const slug = `shell-${randomBytes(4).toString('hex')}`
  const email = `${slug}@example.org`
  const file = test.info().outputPath('protocol.json')
  writeFileSync(file, JSON.stringify({ annotatorsPerItem: 4, guidelines: 'Read all of it.' }))
  const created = await assay('study', 'create', '--protocol', file, '--preset', 'general-chat', '--name', slug)
  expect(created).toEqual({ code: 0, stdout: `${slug}\n`, stderr: '' })
  writeFileSync(file, JSON.stringify({ annotatorsPerItem: 0 }))
  const wrong = await assay('study', 'create', '--protocol', file, '--name', 'Wrong')
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('annotatorsPerItem')])
  expect((await assay('study', 'create', '--name', 'Neither')).code).toBe(2)
  expect((await assay('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)

  await assay('user', 'create', '--email', email, '--name', 'Li', '--language', 'en:native')
  expect((await assay('study', 'add', slug, email, '--quota', '7')).code).toBe(0)
  expect((await assay('study', 'people', slug)).stdout).toMatch(new RegExp(`${email}\\s+Li\\s+7\\s+0`))
  expect((await assay('study', 'remove', slug, email)).code).toBe(0)
  expect((await assay('study', 'people', slug)).stdout).toContain('Nobody')

  const key = ['key', 'create', '--role', 'admin', '--name', slug, '--study', slug, '--scope', 'read']
  const secret = (await assay(...key)).stdout.trim()
  const ask = async (path: string) => {
    const answer = await request.get(`/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } })
    return { status: answer.status(), body: await answer.json() }
  }
  expect(await ask('/me')).toMatchObject({ status: 200, body: { createdBy: null, scopes: ['read'], study: { slug } } })
  expect((await ask(`/studies/${slug}`)).body.protocol).toMatchObject({
    annotatorsPerItem: 4,
    guidelines: 'Read all of it.',
  })
  expect((await assay('key', 'list')).stdout).toMatch(new RegExp(`${slug}\\s+read\\s+${slug}\\s+operator`))
  expect((await assay('key', 'revoke', secret.slice(0, 12))).code).toBe(0)
  expect((await ask('/me')).status).toBe(401)
})
