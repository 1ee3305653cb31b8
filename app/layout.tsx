import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { localeDirection } from '@/components/shell/locale-direction'
import { everywhere, pickMessages } from '@/components/shell/messages'
import { Providers } from '@/components/shell/providers'
import { SkipLink } from '@/components/shell/skip-link'
import { Toaster } from '@/components/ui/toaster'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '@fontsource-variable/noto-sans-arabic/wght.css'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return {
    title: { default: t('productName'), template: `%s · ${t('productName')}` },
    description: t('productDescription'),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafbfc' },
    { media: '(prefers-color-scheme: dark)', color: '#14171a' },
  ],
}

/** Reading the nonce makes every page dynamic, which it has to be: a nonce in a stored page would be no nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, requestHeaders] = await Promise.all([getLocale(), pickMessages(everywhere), headers()])
  const dir = localeDirection(locale)
  return (
    // Without the extension for digits that the formatters have.
    <html lang={new Intl.Locale(locale).baseName} dir={dir} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider messages={messages}>
          <Providers nonce={requestHeaders.get('x-nonce') ?? undefined} dir={dir}>
            <SkipLink />
            {children}
            <Toaster dir={dir} />
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
