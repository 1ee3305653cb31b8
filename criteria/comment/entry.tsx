'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Textarea } from '@/components/ui/textarea'
import { slotLetter } from '@/server/blinding/slot-letter'
import { EntryHead } from '../entry-head'
import type { EntryProps } from '../entry-props'
import { mostCommentCharacters } from '../limits'
import { findRating, withText } from '../ratings'
import type { CommentCriterion } from './schema'

/** Words. On the whole item under their own name; on a response one field under its other entries. */
export function CommentEntry(props: EntryProps<CommentCriterion>) {
  const { criterion: comment, slot, value, change, readOnly, showMissing, problem } = props
  const t = useTranslations('judging')
  const labelId = useId()
  const isNeeded = problem === 'comment-required' || comment.required.when === 'always'
  const placeholder =
    comment.required.when === 'always' ? 'commentAlways' : isNeeded ? 'commentNeeded' : 'commentPlaceholder'
  const label =
    slot === 0
      ? { 'aria-labelledby': labelId }
      : { 'aria-label': t('commentOn', { label: comment.label, letter: slotLetter(slot) }) }
  return (
    <div className="grid gap-1">
      {slot === 0 || props.lead ? <EntryHead {...props} isAlone={slot > 0} labelId={labelId} /> : null}
      <Textarea
        {...label}
        rows={1}
        autoGrow
        dir="auto"
        data-comment-slot={slot}
        aria-required={isNeeded}
        aria-invalid={showMissing && problem !== null}
        placeholder={t(placeholder)}
        readOnly={readOnly}
        maxLength={mostCommentCharacters}
        value={findRating(value, comment.id, slot)?.text ?? ''}
        onChange={event => change(content => withText(content, comment.id, slot, event.target.value))}
        className="max-h-32 min-h-8 text-[0.8125rem]"
      />
    </div>
  )
}
