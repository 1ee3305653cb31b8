import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

test('an address is believed only behind a trusted proxy, and only what that proxy wrote', () => {
  const headers = new Headers({ 'x-forwarded-for': '203.0.113.9, 192.0.2.1' })
  expect(clientAddress(headers, false)).toBeNull()
  expect(clientAddress(headers, true)).toBe('192.0.2.1')
  expect(clientAddress(new Headers(), true)).toBeNull()
})
