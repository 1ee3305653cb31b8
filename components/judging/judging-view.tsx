'use client'

import { type ReactNode, useState } from 'react'
import type { Criterion } from '@/criteria/schema'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import type { JudgmentContent } from '@/server/judgments/schema'
import { JudgingPanel } from './judging-panel'

export interface JudgingViewProps {
  content: BlindedAssignmentData
  criteria: Criterion[]
  /** Markdown. */
  guidelines: string
  value: JudgmentContent
  /** What was locked before the rest was shown; it stays beside what is changed. */
  first?: JudgmentContent
  /** Gets the change, not the result: two changes in one moment must not undo each other. */
  onChange: (make: (content: JudgmentContent) => JudgmentContent) => void
  readOnly?: boolean
  /** Called with a complete judgment only. Without it there is nothing to submit. */
  onSubmit?: () => void
  submitLabel?: string
  /** Loads the item anew: what is on the screen is older than what was entered. */
  onReload?: () => void
  /** Opens the page's own dialogs; without them the keys do nothing. */
  onSkip?: () => void
  onFlag?: () => void
  onAsk?: () => void
  /** Above the prompt: why this cannot be changed, or what happened. */
  notice?: ReactNode
  /** In the bar below: the state of saving, the progress. */
  status?: ReactNode
  /** In the bar below, beside the button that submits. */
  actions?: ReactNode
  /** False: keys count only while the focus is in it, for it is a part of another page. */
  ownsPage?: boolean
  /** The page is being explained; called when that is over. */
  onTourEnd?: () => void
  /** Explains the page anew. */
  onTour?: () => void
  /** Keeps a preview from taking the focus as it appears. */
  autoFocus?: boolean
}

/**
 * How an item is judged: everything that is seen and pressed, nothing that is stored. Fills the height of its parent,
 * which must be a column (`flex flex-col`). The catalogue namespace is `judging`.
 */
export function JudgingView(props: JudgingViewProps) {
  const [focusMode, setFocusMode] = useState(false)
  // Everything but the mode begins anew with each item.
  return (
    <JudgingPanel
      key={props.content.id}
      {...props}
      focusMode={focusMode && props.content.responses.length > 1}
      onFocusModeChange={setFocusMode}
    />
  )
}
