import type { Answer } from './person-client'

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g

/**
 * Takes out of answers what cannot be the same twice, and nothing else: the nonce of each page, the server's own
 * address, moments in time, Next's names of requests, ids that were made after `known` was taken (numbered in the order in which they appear),
 * and the places at which a stream of components happens to be cut into scripts and rows.
 */
export function makeNormaliser(origin: string, known: ReadonlySet<string>) {
  const fresh = new Map<string, string>()
  const numbered = (id: string) => {
    if (known.has(id)) return id
    if (!fresh.has(id)) fresh.set(id, `«id ${fresh.size + 1}»`)
    return fresh.get(id) ?? id
  }
  return ({ status, headers, text }: Answer): string => {
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1]
    const body = (nonce ? text.replaceAll(nonce, '«nonce»') : text)
      .replaceAll(origin, '«origin»')
      .replaceAll('"])</script><script nonce="«nonce»">self.__next_f.push([1,"', '')
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '«moment»')
      .replace(/\b\d{1,2}:\d\d(:\d\d)?([\u00a0\u202f ][AP]M)?\b/g, '«clock»')
      // Next names its boundaries of metadata by the request.
      .replace(/(?<="\$L[0-9a-f]+",")[\w-]{21}(?=[vm]")/g, '«request»')
      .replace(uuid, numbered)
    const type = String(headers['content-type'] ?? '')
    return `${status} ${type}\n${type.includes('x-component') ? body.split('\n').sort().join('\n') : body}`
  }
}
