import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy'

function directives(policy: string) {
  return new Map(policy.split('; ').map(part => [part.split(' ')[0], part.split(' ').slice(1)]))
}

test('inline scripts run by nonce alone', () => {
  const scripts = directives(contentSecurityPolicy('abc', { isDevelopment: false })).get('script-src')
  expect(scripts).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"])
})

test('eval is for development', () => {
  expect(contentSecurityPolicy('abc', { isDevelopment: true })).toContain("'unsafe-eval'")
  expect(contentSecurityPolicy('abc', { isDevelopment: false })).not.toContain('eval')
})

test('no directive names a remote origin or scheme', () => {
  const sources = [...directives(contentSecurityPolicy('abc', { isDevelopment: false })).values()].flat()
  expect(sources.filter(source => !/^'.+'$/.test(source))).toEqual(['data:', 'blob:'])
})

test('each kind of source that could leave the origin is limited', () => {
  const names = [...directives(contentSecurityPolicy('abc', { isDevelopment: false })).keys()]
  expect(names).toEqual(
    expect.arrayContaining(['default-src', 'base-uri', 'form-action', 'frame-ancestors', 'object-src', 'connect-src']),
  )
})
