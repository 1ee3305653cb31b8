'use client'

import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { Direction } from 'radix-ui'
import type { ReactNode } from 'react'
import { TrpcProviders } from '@/components/trpc/providers'

interface ProvidersProps {
  /** Of this response's content security policy: the script that sets the theme before the first paint needs it. */
  nonce: string | undefined
  dir: 'ltr' | 'rtl'
  children: ReactNode
}

// React warns about script elements that it meets in the browser, where this one has long run: there it is inert data.
const scriptProps = { type: typeof window === 'undefined' ? 'text/javascript' : 'application/json' }

/** Theme, writing direction, address state and the server's procedures, for all pages. */
export function Providers({ nonce, dir, children }: ProvidersProps) {
  return (
    <ThemeProvider attribute="class" enableSystem disableTransitionOnChange nonce={nonce} scriptProps={scriptProps}>
      <Direction.Provider dir={dir}>
        <NuqsAdapter>
          <TrpcProviders>{children}</TrpcProviders>
        </NuqsAdapter>
      </Direction.Provider>
    </ThemeProvider>
  )
}
