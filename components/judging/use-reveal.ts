'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useTRPCClient } from '@/components/trpc/context'
import type { JudgmentContent } from '@/server/judgments/schema'
import { failureKind, type RevealAnswer } from './answers'
import { notify } from './notify'

interface RevealOptions {
  assignment: string
  /** Takes what is shown from now on. */
  onRevealed: (answer: Extract<RevealAnswer, { status: 'revealed' }>) => void
  /** The server refused: is the item still ours? */
  onRefused: () => void
}

/** Locks the first ratings and fetches what they were made without. Needs the network; asked twice it is done once. */
export function useReveal({ assignment, onRevealed, onRefused }: RevealOptions) {
  const client = useTRPCClient()
  const t = useTranslations('judging')
  const [isLocking, setLocking] = useState(false)
  const running = useRef(false)

  async function lock(content: JudgmentContent, activeMs: number) {
    if (running.current) return
    running.current = true
    setLocking(true)
    try {
      const answer = await client.judgments.reveal.mutate({ assignment, content, activeMs })
      if (answer.status === 'revealed') onRevealed(answer)
      else {
        void notify('error', t(`refusals.${answer.status}`))
        onRefused()
      }
    } catch (error) {
      void notify('error', failureKind(error) === 'refused' ? t('refusals.invalid') : t('lockFailed'))
    } finally {
      running.current = false
      setLocking(false)
    }
  }

  return { isLocking, lock }
}
