'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const firstMs = 1500
const longestMs = 10_000

/** Reads the page again, ever more slowly, for as long as it is drawn and in view. */
export function RefreshWhile() {
  const router = useRouter()
  useEffect(() => {
    let wait = firstMs
    let timer = setTimeout(again, wait)
    function again() {
      if (document.visibilityState === 'visible') router.refresh()
      wait = Math.min(longestMs, wait * 1.5)
      timer = setTimeout(again, wait)
    }
    return () => clearTimeout(timer)
  }, [router])
  return null
}
