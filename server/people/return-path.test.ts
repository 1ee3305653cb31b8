import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeReturnPath } from './return-path'

describe('the way back after signing in', () => {
  test.each([
    ['/studies/abc?tab=items#3', '/studies/abc?tab=items#3'],
    ['/', '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
    ['', '/'],
    ['studies', '/'],
    ['https://example.org/', '/'],
    ['//example.org', '/'],
    ['///example.org', '/'],
    ['/\\example.org', '/'],
    ['\\\\example.org', '/'],
    ['/\t/example.org', '/'],
    ['/\n/example.org', '/'],
    ['/..//example.org', '/'],
    ['/.//example.org', '/'],
    ['javascript:alert(1)', '/'],
    ['/api/auth/signout', '/'],
    ['/sign-in?to=/x', '/'],
    ['/sign-ins', '/sign-ins'],
  ])('%j → %s', (target, path) => expect(safeReturnPath(target)).toBe(path))

  test('never leaves the origin, whatever a browser makes of it', () => {
    const pieces = fc.constantFrom('/', '\\', '.', '..', '\t', '\r', '@', ':', '?', '#', 'a', 'example.org', '%2f', ' ')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        const path = safeReturnPath(parts.join(''))
        expect(new URL(path, 'https://own.example').origin).toBe('https://own.example')
        expect(safeReturnPath(path)).toBe(path)
      }),
      { numRuns: 2000 },
    )
  })
})
