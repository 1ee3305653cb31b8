import superjson from 'superjson'

const reopenAfterMs = 2000
const pingMs = 15_000

/**
 * Server-sent events of what `source` yields, one `data` each (superjson). Ends with the source; the browser opens it again
 * by itself. What the source throws becomes one event `refused` without words, after which the browser stays away.
 * `left` is told when the browser has gone.
 */
export function eventStream(source: AsyncGenerator<unknown>, left: () => void): Response {
  const encoder = new TextEncoder()
  let ping: ReturnType<typeof setInterval>
  const body = new ReadableStream<Uint8Array>({
    start: controller => {
      controller.enqueue(encoder.encode(`retry: ${reopenAfterMs}\n\n`))
      ping = setInterval(() => controller.enqueue(encoder.encode(':\n\n')), pingMs)
    },
    pull: async controller => {
      try {
        const { done, value } = await source.next()
        if (!done) return controller.enqueue(encoder.encode(`data: ${superjson.stringify(value)}\n\n`))
      } catch {
        controller.enqueue(encoder.encode('event: refused\ndata:\n\n'))
      }
      clearInterval(ping)
      controller.close()
    },
    cancel: () => {
      clearInterval(ping)
      left()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
