'use client'

import messages from '@/messages/en/common.json'
import './globals.css'

/** Stands in when the root layout itself fails, so it has no provider to ask: it reads the catalogue, and links plainly. */
export default function GlobalError() {
  const { unexpectedTitle, unexpectedDescription, backToStart } = messages.errors
  return (
    <html lang="en">
      <body>
        <main className="mx-auto grid min-h-dvh max-w-md place-content-center justify-items-center gap-2 px-6 text-center">
          <h1 className="font-semibold text-lg">{unexpectedTitle}</h1>
          <p className="text-muted-foreground">{unexpectedDescription}</p>
          <a href="/" className="mt-3 text-primary underline">
            {backToStart}
          </a>
        </main>
      </body>
    </html>
  )
}
