'use client'

import { type AbstractIntlMessages, NextIntlClientProvider, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

interface MergedMessagesProps {
  messages: Record<string, unknown>
  children: ReactNode
}

/** A provider replaces the messages from above it; this one keeps them. */
export function MergedMessages({ messages, children }: MergedMessagesProps) {
  const above = useMessages()
  const merged = useMemo(() => ({ ...above, ...messages }) as AbstractIntlMessages, [above, messages])
  return <NextIntlClientProvider messages={merged}>{children}</NextIntlClientProvider>
}
