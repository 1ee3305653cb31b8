import { useEffect, useState } from 'react'
import { liveClient } from '@/components/trpc/live-client'
import type { Progress } from '@/server/results/queries/get-progress'

const againMs = 2000

/** The newest progress of a study. The stream is open only while the page is in view; `isStale` while it is broken. */
export function useLiveProgress(study: string, initial: Progress): { progress: Progress; isStale: boolean } {
  const [progress, setProgress] = useState(initial)
  const [isStale, setStale] = useState(false)
  useEffect(() => {
    let stop = () => {}
    const follow = () => {
      stop()
      stop = () => {}
      if (document.visibilityState === 'hidden') return
      const stream = liveClient().results.watchProgress.subscribe(
        { study },
        {
          onData: newest => {
            setProgress(newest)
            setStale(false)
          },
          onError: () => setStale(true),
          onConnectionStateChange: ({ state, error }) => setStale(state === 'connecting' && error !== null),
          // The server stopped in good order, and is perhaps back soon.
          onComplete: () => {
            const timer = setTimeout(follow, againMs)
            stop = () => clearTimeout(timer)
          },
        },
      )
      stop = () => stream.unsubscribe()
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stop()
    }
  }, [study])
  return { progress, isStale }
}
