import { useEffect, useState } from 'react'
import superjson from 'superjson'
import type { Progress } from '@/server/results/queries/get-progress'

/**
 * The newest progress of a study. The stream is open only while the page is in view; `isStale` while it is broken, which
 * the browser mends by itself.
 */
export function useLiveProgress(study: string, initial: Progress): { progress: Progress; isStale: boolean } {
  const [progress, setProgress] = useState(initial)
  const [isStale, setStale] = useState(false)
  useEffect(() => {
    let stream: EventSource | undefined
    const leave = () => stream?.close()
    const follow = () => {
      leave()
      if (document.visibilityState === 'hidden') return
      stream = new EventSource(`/api/live/studies/${encodeURIComponent(study)}/progress`)
      stream.onmessage = ({ data }) => {
        setProgress(superjson.parse(data))
        setStale(false)
      }
      stream.onerror = () => setStale(true)
      stream.addEventListener('refused', () => {
        leave()
        setStale(true)
      })
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      leave()
    }
  }, [study])
  return { progress, isStale }
}
