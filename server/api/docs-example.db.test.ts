import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSignedIn } from '@/prisma/builders/make-study'
import { createApiKey } from '../people/commands/create-api-key'
import { requireAdmin } from '../people/queries'
import { disconnect } from '../platform/db'
import { answerRequest } from './commands/answer-request'
import './make-api-client'

const root = path.resolve(import.meta.dirname, '../..')
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) console.warn('The example of docs/api.md was not run: there is no python3.')

let server: Server
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const answer = await answerRequest(
      new Request(`http://localhost${request.url}`, {
        method: request.method,
        headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
        ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }),
      }),
    )
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise(resolve => server.close(resolve))
  await disconnect()
})

test.skipIf(!hasPython)('the example of docs/api.md goes from nothing to a LaTeX table', async () => {
  const admin = await requireAdmin((await makeSignedIn({ role: 'ADMIN' })).signInId)
  const { secret } = await createApiKey(admin, { name: 'Example', scopes: ['WRITE'], studyId: null, validDays: 1 })
  const script = /```python\n([\s\S]+?)```/.exec(readFileSync(path.join(root, 'docs/api.md'), 'utf8'))?.[1] ?? ''
  expect(script).toContain('import requests')
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'assay-example-')), 'example.py')
  writeFileSync(file, script)
  const { stdout } = await promisify(execFile)('python3', [file], {
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      PYTHONPATH: path.join(root, 'e2e/fixtures/python'),
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONIOENCODING: 'utf-8',
      ASSAY_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ASSAY_KEY: secret,
    },
  })
  expect(stdout).toContain('imported 20 items 0 problems')
  expect(stdout).toContain('20 judgments\n')
  expect(stdout).toMatch(/\\begin\{tabular\}[\s\S]+\\toprule[\s\S]+model-a[\s\S]+\\bottomrule/)
  expect(stdout).toContain('20 judgments read')
})
