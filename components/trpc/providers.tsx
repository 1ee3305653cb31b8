'use client'
import { QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '@/server/trpc/root'
import { TRPCProvider } from './context'
import { getQueryClient } from './query-client'

const url = () => `${typeof window === 'undefined' ? 'http://localhost' : window.location.origin}/api/trpc`

/** tRPC and react-query for all client components below. */
export function TrpcProviders({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient()
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: url(), transformer: superjson, maxItems: 10 })] }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
