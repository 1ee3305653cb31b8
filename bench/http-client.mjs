// One browser's connection: kept alive, one request at a time. Used alike for the product and for the floors.
import http from 'node:http'

/** A client of `baseUrl`, with a fixed cookie if given. `request` resolves to `{status, headers, text}`. */
export function openClient(baseUrl, { cookie } = {}) {
  const { hostname, port } = new URL(baseUrl)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

  function request(method, path, { body, headers = {} } = {}) {
    return new Promise((resolve, reject) => {
      const options = { hostname, port, path, method, agent, timeout: 60_000 }
      const sent = http.request({
        ...options,
        headers: {
          accept: '*/*',
          ...(cookie && { cookie }),
          ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      })
      sent.on('error', reject)
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path.split('?')[0]} had no answer within a minute`)))
      sent.on('response', answer => {
        const chunks = []
        answer.on('data', chunk => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString('utf8') }),
        )
      })
      sent.end(body)
    })
  }
  // A closed client opens a new connection when it is used again.
  return { request, close: () => agent.destroy() }
}

/** Calls tRPC procedures as the product's own client does: batched links, superjson. */
export function openTrpcClient(baseUrl, options) {
  const client = openClient(baseUrl, options)
  async function read(path, answer) {
    const [body] = answer.text ? JSON.parse(answer.text) : []
    if (answer.status === 200 && body?.result) return body.result.data.json
    throw new Error(`${path.split('?')[0]}: ${answer.status} ${body?.error?.json?.message ?? ''}`.trim())
  }
  return {
    close: client.close,
    mutate: async (procedure, input) => {
      const path = `/api/trpc/${procedure}?batch=1`
      return read(path, await client.request('POST', path, { body: JSON.stringify({ 0: { json: input } }) }))
    },
    query: async (procedure, input) => {
      const given = input === undefined ? { json: null, meta: { values: ['undefined'] } } : { json: input }
      const path = `/api/trpc/${procedure}?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: given }))}`
      return read(path, await client.request('GET', path))
    },
  }
}
