/** Which text of the `signIn.failures` messages an error code of the sign-in stands for. */

const known = [
  'CredentialsSignin',
  'AccessDenied',
  'OAuthCallback',
  'OAuthSignin',
  'Callback',
  'no-account',
  'email-unverified',
  'account-disabled',
  'invitation-closed',
  'unavailable',
] as const

export interface SignInFailure {
  key: (typeof known)[number] | 'limited' | 'unknown'
  minutes: number
}

/** Codes come from the address of the page, so anything may stand there. */
export function readSignInFailure(code: string): SignInFailure {
  const limited = /^limited-(\d{1,3})$/.exec(code)
  if (limited) return { key: 'limited', minutes: Number(limited[1]) }
  return { key: known.find(key => key === code) ?? 'unknown', minutes: 0 }
}
