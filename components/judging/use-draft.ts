'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTRPCClient } from '@/components/trpc/context'
import type { AssignmentData } from './answers'
import { DraftSync } from './draft-sync'
import type { ActiveClock } from './use-active-time'
import { useWorkSession } from './work-session'

/** The draft of an item that is being judged or revised, kept in step with the server and other tabs. */
export function useDraft(item: Pick<AssignmentData, 'content' | 'draft' | 'judgment'>, clock: ActiveClock) {
  const client = useTRPCClient()
  const { store, tell, listen } = useWorkSession()
  const assignment = item.content.id
  const make = () => ({
    assignment,
    clock,
    sync: new DraftSync({
      assignment,
      stored: item.draft,
      start: item.judgment?.content,
      store,
      save: draft => client.judgments.saveDraft.mutate({ assignment, ...draft }),
      tell,
      readActiveMs: clock.readMs,
      now: () => Date.now(),
    }),
  })
  const [kept, setKept] = useState(make)
  const current = kept.assignment === assignment && kept.clock === clock ? kept : make()
  if (current !== kept) setKept(current)
  const { sync } = current

  useEffect(() => {
    void sync.recover()
    const stopListening = listen(news => news.type === 'draft' && sync.hear(news))
    const sendNow = () => document.visibilityState === 'hidden' && void sync.flush()
    window.addEventListener('online', sync.retryNow)
    window.addEventListener('pagehide', sync.flush)
    document.addEventListener('visibilitychange', sendNow)
    return () => {
      sync.leave()
      stopListening()
      window.removeEventListener('online', sync.retryNow)
      window.removeEventListener('pagehide', sync.flush)
      document.removeEventListener('visibilitychange', sendNow)
    }
  }, [sync, listen])

  const snapshot = useSyncExternalStore(sync.subscribe, sync.getSnapshot, sync.getSnapshot)
  return { sync, snapshot }
}
