'use client'

import { useCallback, useState } from 'react'
import { useTRPCClient } from '@/components/trpc/context'

/** Whether the page is being explained. What is over is over for good; it can be begun anew by hand. */
export function useTour(isFirst: boolean) {
  const client = useTRPCClient()
  const [isOn, setOn] = useState(isFirst)
  const begin = useCallback(() => setOn(true), [])
  const end = useCallback(() => {
    if (!isOn) return
    setOn(false)
    // Unsaved, it is offered once more; nothing else is lost.
    client.people.self.endTour.mutate().catch(() => undefined)
  }, [client, isOn])
  return { isOn, begin, end }
}
