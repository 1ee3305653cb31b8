import http from 'node:http'
import { makeSessionCookie } from './session-cookie'

export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

export interface PersonClient {
  send: (method: string, path: string, body?: string, headers?: Record<string, string>) => Promise<Answer>
  /** A procedure as the product's own client calls it. @throws unless it succeeds */
  call: (procedure: string, input: unknown) => Promise<unknown>
  close: () => void
}

interface Place {
  databaseUrl: string
  origin: string
  /** Requests go through it. */
  proxy?: string
}

/** Requests of one person (null: nobody is signed in), without a browser. */
export async function openClient({ databaseUrl, origin, proxy }: Place, userId: string | null): Promise<PersonClient> {
  const cookie = userId ? await makeSessionCookie(databaseUrl, userId) : null
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  const { hostname, port } = new URL(proxy ?? origin)
  const send: PersonClient['send'] = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const all: Record<string, string> = { host: new URL(origin).host, accept: '*/*', ...headers }
      if (cookie) all.cookie = `${cookie.name}=${cookie.value}`
      if (body !== undefined) Object.assign(all, { 'content-length': String(Buffer.byteLength(body)) })
      const target = proxy ? `${origin}${path}` : path
      const request = http.request({ hostname, port, method, path: target, headers: all, agent }, answer => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
        )
      })
      request.on('error', reject)
      request.end(body)
    })
  return {
    send,
    async call(procedure, input) {
      const type = { 'content-type': 'application/json' }
      const { status, text } = await send('POST', `/api/trpc/${procedure}`, JSON.stringify({ json: input }), type)
      if (status !== 200) throw new Error(`${procedure}: ${status} ${text}`)
      return JSON.parse(text).result.data.json
    },
    close: () => agent.destroy(),
  }
}
