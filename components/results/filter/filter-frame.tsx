'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** Pages of results that no filter changes. */
const unfiltered = /\/results\/(methods|import|items\/[^/]+)\/?$/
/** What can be read while a study is blind. */
const blind = /\/results\/agreement\/?$/

/** Shows the filter where it has an effect. */
export function FilterFrame({ isSealed, children }: { isSealed: boolean; children: ReactNode }) {
  const path = usePathname()
  return unfiltered.test(path) || (isSealed && !blind.test(path)) ? null : children
}
