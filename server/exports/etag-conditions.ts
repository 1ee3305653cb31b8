// Conditions of a request on the version of a file (RFC 9110, section 13).

const listed = (given: string) => given.split(',').map(tag => tag.trim())

/** Whether what the client has is this version already (If-None-Match: `*`, a list; weak comparison). */
export function isKnown(headers: Headers, etag: string): boolean {
  const given = headers.get('if-none-match')
  return given !== null && listed(given).some(tag => tag === '*' || tag.replace(/^W\//, '') === etag)
}

/** Whether the client wants another version than this one only (If-Match: `*`, a list; strong comparison). */
export function isOtherThanWanted(headers: Headers, etag: string): boolean {
  const given = headers.get('if-match')
  return given !== null && !listed(given).some(tag => tag === '*' || tag === etag)
}
