'use client'

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { useTRPCClient } from '@/components/trpc/context'
import type { Advance } from './answers'
import type { DraftNews } from './draft-sync'
import { Outbox, type OutboxSnapshot } from './outbox'
import { type LocalStore, type Outgoing, openLocalStore, rememberOwner } from './store'

type AdvanceListener = (entry: Outgoing, advance: Advance) => void
type News = DraftNews | { type: 'sent'; assignment: string }

export interface WorkSessionValue {
  store: LocalStore
  outbox: Outbox
  tell: (news: News) => void
  /** What other tabs of this browser say. Returns how to stop listening. */
  listen: (listener: (news: News) => void) => () => void
  /** What the server answers to submissions and skips. Returns how to stop listening. */
  onAdvance: (listener: AdvanceListener) => () => void
}

const WorkSessionContext = createContext<WorkSessionValue | null>(null)

function makeSession(owner: string, client: ReturnType<typeof useTRPCClient>): WorkSessionValue & { end: () => void } {
  const store = openLocalStore(owner)
  // Node has channels, too, and an open one would keep it from ending.
  const isBrowser = typeof window !== 'undefined' && typeof BroadcastChannel !== 'undefined'
  const channel = isBrowser ? new BroadcastChannel(`assay-work-${owner}`) : null
  const advanceListeners = new Set<AdvanceListener>()
  const newsListeners = new Set<(news: News) => void>()
  channel?.addEventListener('message', (event: MessageEvent<News>) => {
    for (const listener of newsListeners) listener(event.data)
  })
  const tell = (news: News) => channel?.postMessage(news)
  const outbox = new Outbox({
    store,
    send: ({ kind, assignment, key, content, activeMs, reason }) => {
      if (kind === 'skip') return client.assignments.skipAssignment.mutate({ assignment, reason, activeMs })
      const judgment = { assignment, key, content, activeMs }
      return kind === 'submit' ? client.judgments.submit.mutate(judgment) : client.judgments.revise.mutate(judgment)
    },
    // Locks are missing where the page is not served over HTTPS; the key alone keeps two senders from storing twice.
    exclusively: work =>
      typeof navigator !== 'undefined' && navigator.locks
        ? navigator.locks.request(`assay-outbox-${owner}`, work)
        : work(),
    onAdvance: (entry, advance) => {
      tell({ type: 'sent', assignment: entry.assignment })
      for (const listener of advanceListeners) listener(entry, advance)
    },
  })
  const subscribeTo =
    <Item,>(set: Set<Item>) =>
    (item: Item) => {
      set.add(item)
      return () => {
        set.delete(item)
      }
    }
  return {
    store,
    outbox,
    tell,
    listen: subscribeTo(newsListeners),
    onAdvance: subscribeTo(advanceListeners),
    end: () => outbox.stop(),
  }
}

/** What all pages of a person's work share: the local store, and the outbox that sends whatever is still unsent. */
export function WorkSession({ owner, children }: { owner: string; children: ReactNode }) {
  const client = useTRPCClient()
  const [session] = useState(() => makeSession(owner, client))

  useEffect(() => {
    rememberOwner(owner)
    const send = () => void session.outbox.start()
    send()
    window.addEventListener('online', send)
    return () => {
      window.removeEventListener('online', send)
      session.end()
    }
  }, [session, owner])

  return <WorkSessionContext value={session}>{children}</WorkSessionContext>
}

export function useWorkSession(): WorkSessionValue {
  const session = use(WorkSessionContext)
  if (!session) throw new Error('useWorkSession is used outside of WorkSession.')
  return session
}

const nothing: OutboxSnapshot = { pending: [], refused: [], state: 'idle' }

export function useOutbox(): OutboxSnapshot {
  const { outbox } = useWorkSession()
  return useSyncExternalStore(outbox.subscribe, outbox.getSnapshot, () => nothing)
}
