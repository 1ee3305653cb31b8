import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MergedMessages } from './merged-messages'

/** The namespaces that every page has. */
export const everywhere = ['common', 'ui', 'shell', 'errors', 'failures', 'rendering'] as const

/**
 * Gives client components below it further namespaces of the catalogues, on top of those from above. A page sends only
 * what it names: the whole catalogue would weigh on every first load.
 */
export async function Messages({ namespaces, children }: { namespaces: readonly string[]; children: ReactNode }) {
  return <MergedMessages messages={await pickMessages(namespaces)}>{children}</MergedMessages>
}

/** The named parts of the catalogue; an unknown name is an error, for a page would show bare keys. */
export async function pickMessages(namespaces: readonly string[]) {
  const all: Record<string, unknown> = await getMessages()
  const missing = namespaces.filter(name => !(name in all))
  if (missing.length > 0) throw new Error(`There is no message namespace "${missing.join('", "')}".`)
  return Object.fromEntries(namespaces.map(name => [name, all[name]]))
}
