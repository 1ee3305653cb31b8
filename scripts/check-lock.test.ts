import { expect, it } from 'vitest'
import { findLockProblems } from './check-lock.mjs'

const lock = (packages: Record<string, object>) => JSON.stringify({ packages: { '': {}, ...packages } })
const fine = { version: '1.0.0', integrity: 'sha512-x' }

it('accepts nested optional packages', () => {
  const parent = { ...fine, optionalDependencies: { native: '1.0.0', shared: '1.0.0' } }
  const packages = {
    'node_modules/a': parent,
    'node_modules/a/node_modules/native': fine,
    'node_modules/shared': fine,
  }
  expect(findLockProblems(lock(packages))).toEqual([])
})

it.each([
  ['a registry', { 'node_modules/a': { ...fine, resolved: 'https://packages.example/a.tgz' } }, /names a registry/],
  ['no integrity', { 'node_modules/a': { version: '1.0.0' } }, /a: no version or no integrity/],
  ['a missing platform', { 'node_modules/a': { ...fine, optionalDependencies: { b: '1' } } }, /b is missing/],
])('refuses %s', (_, packages, problem) => {
  expect(findLockProblems(lock(packages)).join()).toMatch(problem)
})
