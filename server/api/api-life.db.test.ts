import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignedIn } from '@/prisma/builders/make-study'
import { makeExport } from '../exports/commands/make-export'
import { createApiKey } from '../people/commands/create-api-key'
import { requireAdmin } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { makeApiClient, succeeded } from './make-api-client'
import { operations } from './router'

afterAll(disconnect)

let call: ReturnType<typeof makeApiClient>
beforeAll(async () => {
  const admin = await requireAdmin((await makeSignedIn({ role: 'ADMIN' })).signInId)
  const made = await createApiKey(admin, { name: 'Script', scopes: ['WRITE'], studyId: null, validDays: 1 })
  call = makeApiClient(made.secret)
})

const item = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    language: 'en',
    category: 'math',
    prompt: `What is ${id}?`,
    responses: [
      { model: 'Alpha', text: `${id} is one.` },
      { model: 'Beta', text: `${id} is two.` },
    ],
    ...more,
  })

describe('a study by API alone', () => {
  test('is made, filled, recorded, closed, unblinded and read', async () => {
    const created = await call('POST', '/studies', {
      body: { name: 'By script', preset: 'general-chat', protocol: { annotatorsPerItem: 2 } },
    })
    expect(created).toMatchObject({ status: 201, body: { slug: 'by-script', state: 'draft', sealed: true } })
    const whole = await call('GET', '/studies/by-script')
    expect(whole.body.protocol).toMatchObject({ annotatorsPerItem: 2, order: 'balanced' })

    const bad = await call('POST', '/studies/by-script/items', { body: `${item('one')}\n{"id": "two"}\n` })
    expect(bad).toMatchObject({ status: 422, body: { title: 'Something in the request is not valid' } })
    expect(bad.body.errors[0]).toMatchObject({ line: 2, detail: expect.any(String), fix: expect.any(String) })
    const tried = await call('POST', '/studies/by-script/items?dryRun=true', {
      body: `${item('one')}\n{"id": "two"}\n`,
    })
    expect(tried).toMatchObject({ status: 200, body: { status: 'refused', importId: null } })
    const imported = await call('POST', '/studies/by-script/items', {
      body: `${item('one')}\n${item('two')}\n${item('three')}\n`,
    })
    expect(imported.body).toMatchObject({ status: 'imported', summary: { items: { new: 3 }, responses: { new: 6 } } })
    const again = await call('POST', '/studies/by-script/items', { body: `${item('one')}\n` })
    expect(again.body.summary.items).toEqual({ new: 0, unchanged: 1 })

    const models = await call('GET', '/studies/by-script/models')
    expect(models.body.models).toMatchObject([{ name: 'Alpha', codeName: null, notOk: null }, { name: 'Beta' }])
    const shown = await call('GET', '/studies/by-script/items/two')
    expect(shown.body.responses.map((response: { label: string }) => response.label)).toEqual(['A', 'B'])

    const scores =
      'item,annotator,model,score\none,ann,Alpha,8\none,ann,Beta,6\ntwo,ann,Alpha,9\ntwo,ann,Beta,9\nthree,ann,Alpha,5\nthree,ann,Beta,7\n'
    const recorded = await call('POST', '/studies/by-script/judgments', { body: scores, type: 'text/csv' })
    expect(recorded.body).toMatchObject({ kind: 'scores', judgments: 3, ratings: 6 })
    expect(await call('GET', '/studies/by-script/judgments')).toMatchObject({
      status: 403,
      body: { title: 'The study is blind' },
    })
    expect(await call('GET', '/studies/by-script/results/scores')).toMatchObject({ status: 403 })
    expect(
      await call('POST', '/studies/by-script/unblind', { body: { reason: 'Too early, and so refused.' } }),
    ).toMatchObject({ status: 409 })
    expect((await call('POST', '/studies/by-script/close')).body.state).toBe('closed')
    expect(await call('POST', '/studies/by-script/unblind', { body: { reason: 'short' } })).toMatchObject({
      status: 422,
    })
    const unblinded = await call('POST', '/studies/by-script/unblind', {
      body: { reason: 'Everything has been judged.' },
    })
    expect(unblinded.body).toMatchObject({ isUnblinded: true, sealed: false })

    const latex = await call('GET', '/studies/by-script/results/scores', { headers: { accept: 'application/x-tex' } })
    expect(latex.text).toContain('\\toprule')
    expect((await call('GET', '/studies/by-script/results/scores?format=csv')).text).toContain('en,(all),Alpha,3,7.333')
    expect((await call('GET', '/studies/by-script/results/scores')).body).toBeDefined()
    expect((await call('GET', '/studies/by-script/results/scores?format=xlsx')).headers.get('content-type')).toContain(
      'spreadsheet',
    )
    expect(await call('GET', '/studies/by-script/results/scores', { headers: { accept: 'image/png' } })).toMatchObject({
      status: 406,
    })

    expect((await call('GET', '/studies/by-script/results/differences?format=csv')).text).toContain('Alpha,Beta')
    expect(await call('GET', '/studies/by-script/results/labels')).toMatchObject({ status: 404 })
    const unknown = await call('GET', '/studies/by-script/results/scores?language=xx')
    expect(unknown).toMatchObject({ status: 422, body: { context: { parameter: 'language' } } })
    const filtered = await call(
      'GET',
      '/studies/by-script/judgments?annotator=recorded-1&category=Math&from=2020-01-01',
    )
    expect(filtered.body.data).toHaveLength(3)

    const first = await call('GET', '/studies/by-script/judgments?limit=2')
    expect(first.body.data).toHaveLength(2)
    const next = first.headers.get('link')?.match(/<([^>]+)>; rel="next"/)?.[1]
    const second = await call('GET', new URL(next ?? '').pathname.replace('/api/v1', '') + new URL(next ?? '').search)
    expect(second.body).toMatchObject({ data: [{ annotator: 'recorded-1' }], next: null })
    const ids = [...first.body.data, ...second.body.data].map((judgment: { id: string }) => judgment.id)
    expect(new Set(ids).size).toBe(3)
    const lines = await call('GET', '/studies/by-script/judgments', { headers: { accept: 'application/x-ndjson' } })
    expect(
      lines.text
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).id),
    ).toEqual(ids)

    expect((await call('GET', '/studies/by-script/progress')).body).toMatchObject({ state: 'closed', recorded: 3 })
    const asked = await call('POST', '/studies/by-script/exports', { body: { kind: 'ratings', format: 'csv' } })
    expect(asked).toMatchObject({ status: 202, body: { state: 'queued', kind: 'ratings' } })
    expect((await call('GET', `/studies/by-script/exports/${asked.body.id}`)).body.state).toBe('queued')
    expect(await call('GET', `/studies/by-script/exports/${asked.body.id}/file`)).toMatchObject({ status: 409 })
    expect(await call('POST', `/studies/by-script/exports/${asked.body.id}/cancel`)).toMatchObject({ status: 204 })
    expect(await call('DELETE', `/studies/by-script/exports/${asked.body.id}`)).toMatchObject({ status: 204 })
    expect((await call('GET', '/studies/by-script/exports')).body).toEqual({ data: [], next: null })

    const trail = await db.auditEntry.findFirst({ where: { action: 'study.unblinded' }, select: { body: true } })
    expect(JSON.parse(trail?.body ?? '{}').detail).toMatchObject({ apiKey: expect.stringMatching(/^assay_/) })
  })

  test('people are made, invited, added and taken off; drafts change, open, pause and go on', async () => {
    await call('POST', '/studies', { body: { name: 'With people', preset: 'general-chat' } })
    const person = await call('POST', '/people', {
      body: { email: 'li@example.org', name: 'Li', languages: [{ tag: 'en', proficiency: 'NATIVE' }] },
    })
    expect(person).toMatchObject({ status: 201, body: { link: expect.stringContaining('/reset/') } })
    expect(await call('POST', '/people', { body: { email: 'li@example.org', name: 'Li' } })).toMatchObject({
      status: 409,
    })
    expect((await call('POST', '/people', { body: { email: 'x', name: '' } })).body.errors).toMatchObject([
      { pointer: '#/email', detail: expect.stringContaining('e-mail') },
      { pointer: '#/name' },
    ])
    const listed = await call('GET', '/people?limit=200')
    expect(listed.text).not.toContain('annotator-')
    expect(await call('PUT', `/studies/with-people/people/${person.body.id}`, { body: { quota: 5 } })).toMatchObject({
      status: 204,
    })
    expect((await call('GET', '/studies/with-people/people')).body.people).toMatchObject([{ name: 'Li', quota: 5 }])
    expect(await call('DELETE', `/studies/with-people/people/${person.body.id}`)).toMatchObject({ status: 204 })
    expect((await call('GET', '/studies/with-people/people')).body.people).toEqual([])
    expect(await call('POST', '/studies/with-people/invitations', { body: {} })).toMatchObject({
      status: 201,
      body: { link: expect.stringContaining('/invite/') },
    })
    expect(await call('POST', '/invitations', { body: { role: 'admin', validDays: 100 } })).toMatchObject({
      status: 422,
    })
    const invitations = await call('GET', '/invitations')
    expect(invitations.body.data).toMatchObject([{ state: 'open', role: 'annotator', studyName: 'With people' }])
    expect(await call('DELETE', `/invitations/${invitations.body.data[0].id}`)).toMatchObject({ status: 204 })

    const patched = await call('PATCH', '/studies/with-people', {
      body: { name: 'Better', protocol: { annotatorsPerItem: 0 } },
    })
    expect(patched.body.errors).toMatchObject([{ pointer: '#/protocol/annotatorsPerItem' }])
    expect((await call('GET', '/studies/with-people')).body.name).toBe('With people')
    const fine = await call('PATCH', '/studies/with-people', {
      body: { name: 'Better', protocol: { annotatorsPerItem: 1 } },
    })
    expect(fine.body).toMatchObject({ name: 'Better', protocol: { annotatorsPerItem: 1 } })
    expect((await call('GET', '/studies/with-people/opening-checks')).body.canOpen).toBe(false)
    expect(await call('POST', '/studies/with-people/open')).toMatchObject({
      status: 409,
      body: { context: { missing: expect.any(Array) } },
    })
    await call('POST', '/studies/with-people/items', { body: item('one') })
    await call('PUT', `/studies/with-people/people/${person.body.id}`, { body: {} })
    expect((await call('POST', '/studies/with-people/open')).body).toMatchObject({ state: 'open' })
    expect((await call('POST', '/studies/with-people/pause')).body.state).toBe('paused')
    expect((await call('POST', '/studies/with-people/resume')).body.state).toBe('open')
    expect(await call('PATCH', '/studies/with-people', { body: { protocol: { annotatorsPerItem: 3 } } })).toMatchObject(
      { status: 409 },
    )
    expect(await call('POST', '/studies/with-people/close')).toMatchObject({
      status: 409,
      body: { context: { unfinished: { openPlaces: expect.any(Number) } } },
    })
    expect((await call('POST', '/studies/with-people/close', { body: { acceptUnfinished: true } })).body.state).toBe(
      'closed',
    )
  })

  test('an export is made, and fetched whole, in parts, and not again', async () => {
    const asked = await call('POST', '/studies/by-script/exports', { body: { kind: 'judgments', format: 'jsonl' } })
    await makeExport(asked.body.id, { attempt: 1, isLast: true })
    const address = `/studies/by-script/exports/${asked.body.id}`
    const made = await call('GET', address)
    expect(made.body).toMatchObject({ state: 'ready', rowsDone: 6, failure: null })
    const whole = await call('GET', `${address}/file`)
    expect(whole.text.trim().split('\n')).toHaveLength(6)
    const etag = whole.headers.get('etag') ?? ''
    expect(etag).toBe(`"${made.body.sha256}"`)
    const rest = await call('GET', `${address}/file`, { headers: { range: 'bytes=10-', 'if-range': etag } })
    expect([rest.status, rest.text]).toEqual([206, whole.text.slice(10)])
    for (const known of [etag, `"other", W/${etag}`, '*'])
      expect((await call('GET', `${address}/file`, { headers: { 'if-none-match': known } })).status).toBe(304)
    expect(await call('GET', `${address}/file`, { headers: { 'if-match': '"other"' } })).toMatchObject({ status: 412 })
    expect((await call('GET', `${address}/file`, { headers: { 'if-match': etag } })).status).toBe(200)
    const unknown = { kind: 'judgments', format: 'csv', filter: { languages: ['xx'] } }
    expect((await call('POST', '/studies/by-script/exports', { body: unknown })).status).toBe(422)
    const none = { kind: 'table:penalties', format: 'csv' }
    expect((await call('POST', '/studies/by-script/exports', { body: none })).status).toBe(404)
    const beyond = await call('GET', `${address}/file`, { headers: { range: 'bytes=9999999-' } })
    expect(beyond).toMatchObject({ status: 416, body: { status: 416 } })
    expect(beyond.headers.get('content-range')).toBe(`bytes */${made.body.byteSize}`)
  })

  test('webhooks are made, changed, tried, looked at and removed', async () => {
    const hook = { url: 'https://example.org/hook', events: ['study.opened'], study: 'by-script' }
    const { body: made } = await call('POST', '/webhooks', { body: hook })
    expect(made.secret).toMatch(/^whsec_/)
    expect((await call('POST', '/webhooks', { body: { ...hook, events: [] } })).status).toBe(422)
    expect((await call('POST', '/webhooks', { body: { ...hook, study: 'nothing' } })).status).toBe(404)
    const address = `/webhooks/${made.id}`
    expect((await call('GET', '/webhooks')).body.data).toMatchObject([
      { id: made.id, studySlug: 'by-script', isEnabled: true },
    ])
    expect((await call('PATCH', address, { body: { isEnabled: false } })).body.isEnabled).toBe(false)
    const { body: sent } = await call('POST', `${address}/test`)
    const deliveries = await call('GET', `${address}/deliveries`)
    expect(deliveries.body.data).toMatchObject([
      { id: sent.deliveryId, type: 'webhook.test', state: 'pending', attempts: [] },
    ])
    expect((await call('POST', `${address}/deliveries/${sent.deliveryId}/redeliver`)).status).toBe(204)
    expect((await call('DELETE', address)).status).toBe(204)
    expect((await call('DELETE', address)).status).toBe(404)
  })

  test('nothing of the API was left out above', async () => {
    await call('GET', '/me')
    expect((await call('GET', '/studies?search=script')).body.data).toMatchObject([{ slug: 'by-script' }])
    expect((await call('GET', '/studies/by-script/items?category=Math')).body.data).toHaveLength(3)
    await call('POST', '/invitations', { body: { role: 'annotator' } })
    expect(operations.map(({ id }) => id).filter(id => !succeeded.has(id))).toEqual([])
  })
})
