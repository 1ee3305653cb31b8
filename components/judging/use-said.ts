'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { JudgmentProblem } from '@/server/judgments/validate-judgment'
import type { JudgedItem, Target } from './judged-item'

export type Said = ReturnType<typeof useSaid>

/** What the page says to those who do not see it: the text of its live region, and the sentences. */
export function useSaid() {
  const t = useTranslations('judging')
  const [said, say] = useState('')
  return {
    said,
    say,
    /** A response and what it was given. */
    response(item: JudgedItem, slot: number) {
      const letter = slotLetter(slot)
      const rated = item.targetsOf(slot).filter(({ criterion }) => criterion.kind !== 'comment')
      const score = rated.map(item.glance).filter(Boolean).join(', ')
      say(
        rated.length === 0
          ? t('response', { letter })
          : score
            ? t('saidScored', { letter, score })
            : t('saidUnscored', { letter }),
      )
    },
    next: ({ criterion }: Target) => say(t('saidNext', { label: criterion.label })),
    entered: (item: JudgedItem, target: Target) =>
      say(t('saidItem', { label: target.criterion.label, entered: item.glance(target) })),
    problem(item: JudgedItem, { criterion, slot, problem }: JudgmentProblem) {
      const asked = item.asked.find(other => other.id === criterion)
      const label = asked?.label ?? criterion
      const letter = slotLetter(slot)
      if (problem === 'comment-required' && slot > 0) say(t('saidCommentMissing', { letter }))
      else if (problem === 'missing' && slot > 0)
        say(asked?.kind === 'scale' ? t('saidScoreMissing', { letter }) : t('saidMissing', { label, letter }))
      else if (problem === 'missing' || problem === 'comment-required') say(t('saidItemMissing', { label }))
      else if (problem === 'reason-required') say(t('saidReasonMissing', { label }))
      else say(problem === 'outdated' ? t('saidOutdated', { label }) : t('saidWrong', { label }))
    },
  }
}
