import { expect, test } from 'vitest'
import { readSignInFailure } from './sign-in-failure'

test('codes of failures that nobody knows have a text, too', () => {
  expect(readSignInFailure('limited-12')).toEqual({ key: 'limited', minutes: 12 })
  expect(readSignInFailure('CredentialsSignin').key).toBe('CredentialsSignin')
  expect(readSignInFailure('<script>').key).toBe('unknown')
})
