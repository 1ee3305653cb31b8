import { defaultShouldDehydrateQuery, isServer, QueryClient } from '@tanstack/react-query'
import superjson from 'superjson'

const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: 1 },
      dehydrate: { serializeData: superjson.serialize, shouldDehydrateQuery: defaultShouldDehydrateQuery },
      hydrate: { deserializeData: superjson.deserialize },
    },
  })

let browser: QueryClient | undefined

/** One client per browser, a fresh one per request on the server. */
export function getQueryClient(): QueryClient {
  if (isServer) return makeQueryClient()
  browser ??= makeQueryClient()
  return browser
}
