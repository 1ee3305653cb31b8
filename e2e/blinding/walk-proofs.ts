import { expect } from '@playwright/test'
import type { Canaries } from './canary-file'
import { listForbiddenValues } from './forbidden-values'
import type { Net } from './net'

interface Walked {
  net: Net
  databaseUrl: string
  canaries: Canaries
  /** Whose screens they were. */
  annotatorId: string
  /** Forbidden values that this browser had to have for another reason. */
  except?: readonly string[]
}

/** No forbidden value of the database, and no canary, was in anything that reached the browser. */
export async function expectNoLeak({ net, databaseUrl, canaries, annotatorId, except = [] }: Walked): Promise<void> {
  const forbidden = await listForbiddenValues(databaseUrl, annotatorId)
  const hidden = Object.entries({ ...canaries.secret, ...canaries.numbers })
  // Each canary is where admins find it, so its absence elsewhere says something.
  const all = forbidden.map(({ value }) => value).join('\n')
  for (const [label, secret] of hidden) expect(all, label).toContain(secret)
  const secrets = [
    ...forbidden.filter(({ value }) => !except.includes(value)),
    ...hidden.map(([label, value]) => ({ label, value })),
    { label: 'words of a colleague', value: canaries.theirs },
  ]
  expect(net.leaks(secrets)).toEqual([])
}

/** A text that did reach the browser was caught in each of these places: the net has no holes there. */
export function expectHeld(net: Net, texts: readonly string[], places: readonly RegExp[]): void {
  const caught = texts.flatMap(value => net.leaks([{ label: 'known', value }]))
  for (const place of places)
    expect(
      caught.some(where => place.test(where)),
      `the net holds ${place}`,
    ).toBe(true)
}

/** Nothing left for another host, and every page has the strict policy. */
export function expectStrictPages({ proxy }: Net): void {
  // Chromium itself asks its maker how to fill in forms; no page can make it, or see the answer.
  expect(proxy.strangers.filter(host => host !== 'content-autofill.googleapis.com:443')).toEqual([])
  for (const { url, contentType, responseHeaders, status } of proxy.exchanges) {
    const { pathname } = new URL(url)
    expect(responseHeaders, url).not.toMatch(/^(x-powered-by|server-timing):/im)
    if (contentType.includes('text/html') && !pathname.startsWith('/api/')) {
      expect(responseHeaders, `${status} ${url}`).toMatch(
        /^content-security-policy: default-src 'self'; script-src 'self' 'nonce-[^']+' 'strict-dynamic'; /im,
      )
      expect(responseHeaders, url).toMatch(/object-src 'none'; base-uri 'none'/)
    }
    if (pathname.startsWith('/api/') && status < 300 && !pathname.startsWith('/api/auth/'))
      expect(responseHeaders, url).toMatch(/^cache-control: .*no-store/im)
  }
}

/** Every id that came along is random: it says nothing of when or after what it was made. */
export function expectRandomIds(net: Net): void {
  const pattern = /\b[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{12}\b/gi
  const ids = net.everything().flatMap(({ bytes }) => [...bytes.matchAll(pattern)])
  expect(ids.length).toBeGreaterThan(20)
  for (const [id, version, variant] of ids) {
    // The least and the greatest are constants of scripts that check ids.
    if (/^[0-]+$|^[f-]+$/i.test(id)) continue
    expect(version, id).toBe('4')
    expect('89ab', id).toContain(variant?.toLowerCase())
  }
}
