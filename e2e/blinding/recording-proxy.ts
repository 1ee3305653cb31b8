import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request with its answer, byte for byte as they went over the line. */
export interface Exchange {
  method: string
  url: string
  status: number
  /** Raw, one "name: value" per line. */
  requestHeaders: string
  requestBody: string
  responseHeaders: string
  /** Bytes as characters (latin1), so that nothing is lost to decoding. */
  responseBody: string
  contentType: string
}

export interface RecordingProxy {
  /** For Playwright's `proxy.server`. */
  server: string
  exchanges: Exchange[]
  /** Requests to anything but the one application: none of them got an answer. */
  strangers: string[]
  stop: () => Promise<void>
}

const lines = (raw: string[]) =>
  raw.flatMap((part, index) => (index % 2 === 0 ? [`${part}: ${raw[index + 1]}`] : [])).join('\n')

/**
 * A proxy that a browser sends all its traffic through, whatever kind it is: documents, scripts, streams, beacons,
 * downloads, prefetches. It lets through what goes to `origin`, and notes everything else without sending it anywhere.
 */
export async function startRecordingProxy(origin: string): Promise<RecordingProxy> {
  const allowed = new URL(origin)
  const exchanges: Exchange[] = []
  const strangers: string[] = []

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '', origin)
    if (url.host !== allowed.host) {
      strangers.push(url.href)
      response.writeHead(502).end()
      return
    }
    const exchange: Exchange = {
      method: request.method ?? '',
      url: url.href,
      status: 0,
      requestHeaders: lines(request.rawHeaders),
      requestBody: '',
      responseHeaders: '',
      responseBody: '',
      contentType: '',
    }
    exchanges.push(exchange)
    // Without accept-encoding the answer comes as plain text.
    const { 'accept-encoding': _, 'proxy-connection': __, ...headers } = request.headers
    const onward = http.request(
      { host: allowed.hostname, port: allowed.port, method: request.method, path: url.pathname + url.search, headers },
      answer => {
        exchange.status = answer.statusCode ?? 0
        exchange.responseHeaders = lines(answer.rawHeaders)
        exchange.contentType = answer.headers['content-type'] ?? ''
        response.writeHead(exchange.status, answer.rawHeaders)
        answer.on('data', (chunk: Buffer) => {
          exchange.responseBody += chunk.toString('latin1')
          response.write(chunk)
        })
        answer.on('end', () => response.end())
        answer.on('error', () => response.destroy())
      },
    )
    onward.on('error', () => response.destroy())
    // A browser that goes away ends its request.
    response.on('close', () => response.writableFinished || onward.destroy())
    request.on('data', (chunk: Buffer) => {
      exchange.requestBody += chunk.toString('latin1')
      onward.write(chunk)
    })
    request.on('end', () => onward.end())
  })
  // Requests of Playwright itself come through a tunnel; what is in it is read like everything else.
  server.on('connect', (request, socket) => {
    if (request.url === allowed.host) {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      server.emit('connection', socket)
      return
    }
    strangers.push(request.url ?? 'a tunnel')
    socket.destroy()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    server: `http://127.0.0.1:${port}`,
    exchanges,
    strangers,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
