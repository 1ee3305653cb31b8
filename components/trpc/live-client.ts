'use client'
import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import superjson from 'superjson'
import type { AppRouter } from '@/server/trpc/root'

// Apart from the other client, so that pages without anything live do not load it.

const makeClient = () =>
  createTRPCClient<AppRouter>({
    links: [httpSubscriptionLink({ url: `${window.location.origin}/api/trpc`, transformer: superjson })],
  })

let client: ReturnType<typeof makeClient> | undefined

/** Streams of the server, in the browser. */
export function liveClient() {
  client ??= makeClient()
  return client
}
