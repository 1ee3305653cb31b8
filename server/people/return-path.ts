/** Where to go after signing in: always a page of this application, whatever the address asked for. */

// The origin is never visited: a target that leaves it was not a path.
const anyOrigin = 'https://assay.invalid'

/** The path, query and fragment of `target` when it is a page of ours; otherwise "/". */
export function safeReturnPath(target: string | string[] | undefined | null): string {
  // Browsers drop control characters and read "\" as "/": "/\t/host" and "/\host" are other hosts.
  if (typeof target !== 'string' || !/^\/[^/\\]?/.test(target) || /[\\\p{Cc}]/u.test(target)) return '/'
  if (target.startsWith('//') || !URL.canParse(target, anyOrigin)) return '/'
  const url = new URL(target, anyOrigin)
  const path = `${url.pathname}${url.search}${url.hash}`
  // "/..//host" is a path of ours that becomes another host when it is followed.
  if (url.origin !== anyOrigin || path.startsWith('//')) return '/'
  return /^\/(api|sign-in)(\/|$|\?|#)/.test(path) ? '/' : path
}
