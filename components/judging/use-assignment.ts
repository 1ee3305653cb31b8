'use client'

import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTRPCClient } from '@/components/trpc/context'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import type { Advance, AssignmentData, RevealAnswer } from './answers'
import { prepareItem } from './prepare-item'
import { useWorkSession } from './work-session'

export interface Shown {
  /**
   * judging: on the screen. checking: it is done and stays, its known answers may come. waiting: it is done, the next one is
   * not here yet. nothing: there is no next one.
   */
  phase: 'judging' | 'checking' | 'waiting' | 'nothing' | 'failed'
  data: AssignmentData
  /** False: the server has given it to somebody else, or taken it back. */
  held: boolean
  /**
   * The server has not been asked about it yet. An item that was shown ahead is announced by the submission before it:
   * a call of its own could overtake that and cost a place.
   */
  unannounced: boolean
}

const addressOf = (assignment: string) => `/work/${assignment}`

/** An item that was in the browser before it was on the screen: nothing has been entered for it yet. */
const freshItem = (content: BlindedAssignmentData, { study, criteria, progress }: AssignmentData): AssignmentData => ({
  state: 'SHOWN',
  study,
  criteria,
  content,
  draft: null,
  judgment: null,
  revealed: null,
  returned: null,
  feedback: null,
  flags: [],
  progress,
})

/**
 * The assignment on the screen. The address always names it: the next one is put there without loading a page, and
 * "back" and "forward" show what the address says.
 */
export function useAssignment(initial: AssignmentData) {
  const client = useTRPCClient()
  const { onAdvance, outbox } = useWorkSession()
  const [shown, setShown] = useState<Shown>({ phase: 'judging', data: initial, held: true, unannounced: true })
  // What is on the screen, for answers that come between two renders.
  const latest = useRef(shown)
  const ahead = useRef<BlindedAssignmentData | null>(null)
  const done = useRef(new Set<string>())
  /** What comes after the known answers that are being read. */
  const held = useRef<Advance | null>(null)
  const pathname = usePathname()
  const turn = useRef(0)

  /** Something else is to be on the screen from now on. What it returns says later whether that is still so. */
  const turnPage = useCallback(() => {
    turn.current += 1
    const own = turn.current
    return () => own === turn.current
  }, [])

  const put = useCallback((change: Partial<Shown>) => {
    latest.current = { ...latest.current, ...change }
    setShown(latest.current)
  }, [])

  const keepAhead = useCallback((content: BlindedAssignmentData | null) => {
    const isNew = content && !done.current.has(content.id) && content.id !== latest.current.data.content.id
    ahead.current = isNew ? content : null
    if (ahead.current) prepareItem(ahead.current)
  }, [])

  const showContent = useCallback(
    (content: BlindedAssignmentData) => {
      turnPage()
      if (ahead.current?.id === content.id) ahead.current = null
      put({ phase: 'judging', held: true, unannounced: false, data: freshItem(content, latest.current.data) })
      window.history.pushState(null, '', addressOf(content.id))
    },
    [put, turnPage],
  )

  /**
   * Loads an item from the server and puts it on the screen, unless something else has come there since.
   * `byAddress`: because the address names it; it must still do so when the answer comes.
   */
  const load = useCallback(
    async (assignment: string, byAddress = false) => {
      const isLatest = turnPage()
      const isWanted = () => isLatest() && (!byAddress || window.location.pathname === addressOf(assignment))
      try {
        const data = await client.assignments.getAssignment.query({ assignment })
        if (!isWanted()) return
        put({ phase: 'judging', data, held: true, unannounced: true })
        if (window.location.pathname !== addressOf(assignment))
          window.history.pushState(null, '', addressOf(assignment))
      } catch {
        if (isWanted()) put({ phase: 'failed' })
      }
    },
    [client, put, turnPage],
  )

  /** The first ratings are locked: the rest of the item is shown. */
  const reveal = useCallback(
    ({ references, first, judgments }: Extract<RevealAnswer, { status: 'revealed' }>) => {
      const { data } = latest.current
      const content = { ...data.content, references, reveal: 'done' as const }
      put({ data: { ...data, content, revealed: { first, judgments } } })
    },
    [put],
  )

  /** The item is done, as far as this page goes: the next one, at once if it is here. */
  const goOn = useCallback(
    (counts: boolean) => {
      const { data } = latest.current
      done.current.add(data.content.id)
      const { judged, judgedToday } = data.progress
      const progress = counts ? { judged: judged + 1, judgedToday: judgedToday + 1 } : data.progress
      latest.current = { ...latest.current, data: { ...data, progress } }
      if (counts && data.content.feedback) put({ phase: 'checking' })
      else if (ahead.current) showContent(ahead.current)
      else put({ phase: 'waiting' })
    },
    [put, showContent],
  )

  /** What the server says comes next, when nothing is on the screen or it may go. */
  const moveOn = useCallback(
    ({ next, nextContent, ahead: behind }: Advance) => {
      const prepared = ahead.current
      if (prepared) {
        showContent(prepared)
        if (prepared.id === next) keepAhead(behind)
      } else if (next === null) put({ phase: 'nothing' })
      else if (done.current.has(next)) return
      else if (nextContent) {
        showContent(nextContent)
        keepAhead(behind)
      } else void load(next)
    },
    [keepAhead, load, put, showContent],
  )

  /** The known answers have been read. */
  const closeFeedback = useCallback(() => {
    if (held.current) moveOn(held.current)
    held.current = null
  }, [moveOn])

  /** Asks the server for work: the item that is ours already, or a new one. */
  const lookAgain = useCallback(async () => {
    const isLatest = turnPage()
    try {
      const answer = await client.assignments.continueStudy.mutate({ study: latest.current.data.study.study })
      if (!isLatest()) return
      if (answer.status === 'assignment') await load(answer.assignment)
      else put({ phase: 'nothing' })
    } catch {
      if (isLatest()) put({ phase: 'failed' })
    }
  }, [client, load, put, turnPage])

  /** Tells the server that the item is on the screen and in use; learns whether it is still ours, and what comes next. */
  const renew = useCallback(async () => {
    const assignment = latest.current.data.content.id
    if (outbox.isSending()) return
    try {
      const answer = await client.assignments.showAssignment.mutate({ assignment })
      if (assignment !== latest.current.data.content.id || latest.current.phase !== 'judging') return
      if (latest.current.held !== answer.held) put({ held: answer.held })
      if (answer.ahead) keepAhead(answer.ahead)
    } catch {
      // No answer: the lease outlives a few missed calls, and the next one comes within a minute.
    }
  }, [client, keepAhead, outbox, put])

  useEffect(
    () =>
      onAdvance((entry, { next, nextContent, ahead: behind, feedback }: Advance) => {
        const { phase, data } = latest.current
        if (entry.study !== data.study.study) return
        if (next === data.content.id || next === null || done.current.has(next)) keepAhead(behind)
        if (phase === 'judging') {
          // What was put on the screen ahead of the answer is not to be judged: the study is paused or closed.
          const isAhead = !latest.current.unannounced && entry.assignment !== data.content.id
          if (next === null && isAhead) return put({ phase: 'nothing' })
          // The server has something else for us than what is on the screen: is that still ours?
          if (next !== null && next !== data.content.id && !done.current.has(next)) void renew()
          return
        }
        const advance = { next, nextContent, ahead: behind }
        if (phase === 'checking' && feedback) {
          held.current = advance
          put({ data: { ...data, feedback } })
        } else moveOn(advance)
      }),
    [onAdvance, keepAhead, moveOn, put, renew],
  )

  // "Back" and "forward".
  useEffect(() => {
    const named = /^\/work\/([0-9a-f-]{36})$/.exec(pathname)?.[1]
    if (!named || window.location.pathname !== addressOf(named)) return
    if (named !== latest.current.data.content.id || latest.current.phase === 'failed') void load(named, true)
    // An item that was asked for on the way is no longer wanted.
    else turnPage()
  }, [pathname, load, turnPage])

  // An answer that comes when the page has gone must not change the address of the next one.
  useEffect(() => () => void turnPage(), [turnPage])

  /** Loads the item on the screen anew. */
  const reload = useCallback(() => load(latest.current.data.content.id), [load])

  return { shown, goOn, closeFeedback, renew, lookAgain, reload, reveal }
}
