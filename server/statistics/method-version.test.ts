import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { methodVersion, methodVersions } from './method-version'

describe('method version', () => {
  it('is the newest of the list, which goes down to 1.0.0 and says what changed', () => {
    expect(methodVersions[0].version).toBe(methodVersion)
    expect(methodVersions.at(-1)?.version).toBe('1.0.0')
    const numbers = methodVersions.map(({ version }) => version.split('.').map(Number))
    const key = ([major = 0, minor = 0, patch = 0]: number[]) => (major * 1000 + minor) * 1000 + patch
    expect(numbers.map(key)).toEqual(numbers.map(key).sort((a, b) => b - a))
    expect(new Set(numbers.map(key)).size).toBe(numbers.length)
    for (const { changes } of methodVersions) expect(changes.length).toBeGreaterThan(0)
  })

  it('stands in the documentation', () =>
    expect(readFileSync('docs/statistics.md', 'utf8')).toContain(`version ${methodVersion}`))
})
