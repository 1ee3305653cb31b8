import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { serverProblems } from './server-problems'

const text = (message: string) => `[${message}]`

test('fields that the server refused are told in the words of the page', () => {
  const data = { domain: 'invalid', detail: {}, fields: [{ path: 'name', message: 'At most 120 characters.' }] }
  const refused = TRPCClientError.from({ error: { message: 'At most 120 characters.', code: -32600, data } })
  expect(serverProblems(refused, text)).toEqual([{ path: 'name', message: '[At most 120 characters.]' }])
})

test('a refusal that names no field, and a broken connection, are about no field', () => {
  const data = { domain: 'conflict', detail: {}, fields: null }
  expect(serverProblems(TRPCClientError.from({ error: { message: 'Open.', code: -32009, data } }), text)).toEqual([])
  expect(serverProblems(new TypeError('Failed to fetch'), text)).toEqual([])
})
