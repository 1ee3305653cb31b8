'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** Pages of results that no filter changes. */
const unfiltered = /\/results\/(methods|import|items\/[^/]+)\/?$/

/** Shows the filter where it has an effect. */
export function FilterFrame({ children }: { children: ReactNode }) {
  return unfiltered.test(usePathname()) ? null : children
}
