import { describe, expect, it } from 'vitest'
import { isKnown, isOtherThanWanted } from './etag-conditions'

describe('conditions on a version', () => {
  it.each([
    ['*', true],
    ['"v1"', true],
    ['W/"v1"', true],
    ['"v0", W/"v1"', true],
    ['"v0"', false],
    ['v1', false],
  ])('If-None-Match: %s', (given, expected) => {
    expect(isKnown(new Headers({ 'if-none-match': given }), '"v1"')).toBe(expected)
    expect(isKnown(new Headers(), '"v1"')).toBe(false)
  })

  it.each([
    ['*', false],
    ['"v0", "v1"', false],
    ['W/"v1"', true],
    ['"v0"', true],
  ])('If-Match: %s', (given, expected) => {
    expect(isOtherThanWanted(new Headers({ 'if-match': given }), '"v1"')).toBe(expected)
    expect(isOtherThanWanted(new Headers(), '"v1"')).toBe(false)
  })
})
