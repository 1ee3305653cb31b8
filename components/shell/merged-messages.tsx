'use client'

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

interface MergedMessagesProps {
  messages: Record<string, unknown>
  children: ReactNode
}

/** A provider replaces the messages from above it; this one keeps them. */
export function MergedMessages({ messages, children }: MergedMessagesProps) {
  const above = useMessages()
  // Only on the server would the provider find it out by itself.
  const locale = useLocale()
  const merged = useMemo(() => ({ ...above, ...messages }) as AbstractIntlMessages, [above, messages])
  return (
    <NextIntlClientProvider locale={locale} messages={merged}>
      {children}
    </NextIntlClientProvider>
  )
}
