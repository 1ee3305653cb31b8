'use client'

import { CircleSlash2, MessageSquareText, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Textarea } from '@/components/ui/textarea'
import { isCommentRequired } from '@/criteria/comment/rule'
import { mostCommentCharacters } from '@/criteria/limits'
import type { ScaleCriterion } from '@/criteria/scale/schema'
import { formatSteps } from '@/criteria/scale/steps'
import type { Criterion } from '@/criteria/schema'
import { slotLetter } from '@/server/blinding/slot-letter'
import type { JudgmentContent } from '@/server/judgments/schema'
import {
  anchorOf,
  cannotJudgeReason,
  commentsOf,
  findRating,
  scalesOf,
  withCannotJudge,
  withText,
  withValue,
} from './ratings'
import { ScoreButtons } from './score-buttons'

export interface ScoreCellProps {
  slot: number
  criteria: Criterion[]
  value: JudgmentContent
  change: (make: (content: JudgmentContent) => JudgmentContent) => void
  readOnly: boolean
  isCurrent: boolean
  commentOpen: boolean
  /** Marks what is missing, after an attempt to submit. */
  showMissing: boolean
  typedAt: (criterion: string) => string | null
  onEnter: () => void
  onToggleComment: () => void
  onCannotJudge: () => void
}

/** Everything that is entered about one response: scores, comment, or that it cannot be judged. */
export function ScoreCell(props: ScoreCellProps) {
  const { slot, criteria, value, change, readOnly, isCurrent, commentOpen, onEnter } = props
  const t = useTranslations('judging')
  const letter = slotLetter(slot)
  const reason = cannotJudgeReason(value, criteria, slot)
  const comments = commentsOf(criteria, 'response')
  const find = (criterion: string, at: number) => findRating(value, criterion, at)
  const needed = comments.filter(comment => isCommentRequired(comment, slot, { criteria, find }))
  return (
    <section
      aria-label={t('scoringOf', { letter })}
      onFocusCapture={onEnter}
      onPointerDownCapture={onEnter}
      data-slot-cell={slot}
      className={cn(
        'flex min-w-0 flex-1 flex-col gap-1.5 border-t-2 px-3 pt-2 pb-2.5 transition-colors',
        isCurrent ? 'border-t-primary bg-card' : 'border-t-transparent',
      )}
    >
      {reason === null ? (
        scalesOf(criteria).map((scale, index) => (
          <ScaleRow key={scale.id} {...props} scale={scale} tools={index === 0 && !readOnly} />
        ))
      ) : (
        <div className="flex items-start gap-2">
          <Letter letter={letter} isCurrent={isCurrent} />
          <p className="min-w-0 flex-1 text-sm">
            <span className="font-medium text-warning">{t('cannotJudge')}</span>
            <span dir="auto" className="block text-muted-foreground">
              {reason}
            </span>
          </p>
          {readOnly ? null : (
            <Button
              variant="ghost"
              size="sm"
              onClick={() => change(content => withCannotJudge(content, criteria, slot, null))}
            >
              <Undo2 aria-hidden />
              {t('judgeAfterAll')}
            </Button>
          )}
        </div>
      )}
      {comments.map(comment => {
        const text = findRating(value, comment.id, slot)?.text ?? ''
        const isNeeded = needed.includes(comment)
        if (!commentOpen && !isNeeded && text === '') return null
        const missing = props.showMissing && isNeeded && text.trim() === ''
        return (
          <Textarea
            key={comment.id}
            rows={1}
            autoGrow
            dir="auto"
            data-comment-slot={slot}
            aria-label={t('commentOn', { label: comment.label, letter })}
            aria-required={isNeeded}
            aria-invalid={missing}
            placeholder={isNeeded ? t('commentNeeded') : t('commentPlaceholder')}
            readOnly={readOnly}
            maxLength={mostCommentCharacters}
            value={text}
            onChange={event => change(content => withText(content, comment.id, slot, event.target.value))}
            className="max-h-32 min-h-8 text-[0.8125rem]"
          />
        )
      })}
    </section>
  )
}

function ScaleRow(props: ScoreCellProps & { scale: ScaleCriterion; tools: boolean }) {
  const { slot, criteria, value, change, readOnly, isCurrent, scale, tools } = props
  const t = useTranslations('judging')
  const [considered, setConsidered] = useState<number | null>(null)
  const letter = slotLetter(slot)
  const steps = findRating(value, scale.id, slot)?.value ?? null
  const score = steps === null ? null : Number(formatSteps(steps, scale))
  const typed = props.typedAt(scale.id)
  const shown = considered ?? score
  const anchor = shown === null ? null : anchorOf(scale, shown)
  const several = scalesOf(criteria).length > 1
  const missing = props.showMissing && steps === null
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <div className="flex h-7 items-center gap-2">
        {tools || readOnly ? <Letter letter={letter} isCurrent={isCurrent} /> : null}
        {several ? <span className="text-[0.8125rem] text-muted-foreground">{scale.label}</span> : null}
        <span
          className={cn(
            'tabular whitespace-nowrap font-semibold text-base',
            score === null && 'font-normal text-muted-foreground text-sm',
            missing && 'text-destructive',
          )}
        >
          {typed && score === null ? typed : score === null ? t('notScored') : formatSteps(steps ?? 0, scale)}
          {typed !== null ? (
            <span aria-hidden className="ms-px inline-block h-4 w-0.5 animate-pulse bg-primary align-middle" />
          ) : null}
        </span>
        <span
          title={anchor ?? undefined}
          className={cn(
            'min-w-0 flex-1 truncate text-[0.8125rem] text-muted-foreground',
            considered !== null && 'italic',
          )}
        >
          {anchor && considered !== null && considered !== score
            ? t('valueWithAnchor', { value: considered, anchor })
            : anchor}
        </span>
        {tools ? <CellTools {...props} /> : null}
      </div>
      <ScoreButtons
        scale={scale}
        label={t('scoreOf', { label: scale.label, letter })}
        value={steps}
        onChange={next => change(content => withValue(content, scale.id, slot, next))}
        onConsider={setConsidered}
        readOnly={readOnly}
      />
    </div>
  )
}

function CellTools({ slot, criteria, commentOpen, onToggleComment, onCannotJudge }: ScoreCellProps) {
  const t = useTranslations('judging')
  const letter = slotLetter(slot)
  return (
    <>
      {commentsOf(criteria, 'response').length > 0 ? (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-expanded={commentOpen}
          aria-label={t('commentButton', { letter })}
          title={t('withKey', { label: t('commands.comment'), key: 'C' })}
          onClick={onToggleComment}
        >
          <MessageSquareText aria-hidden />
        </Button>
      ) : null}
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t('cannotJudgeButton', { letter })}
        title={t('withKey', { label: t('commands.cannotJudge'), key: 'X' })}
        onClick={onCannotJudge}
      >
        <CircleSlash2 aria-hidden />
      </Button>
    </>
  )
}

/** The letter of a slot, as it stands at the response and at its score. */
export function Letter({ letter, isCurrent }: { letter: string; isCurrent: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-sm font-semibold text-[0.8125rem]',
        isCurrent ? 'bg-primary text-primary-foreground' : 'bg-secondary text-secondary-foreground',
      )}
    >
      {letter}
    </span>
  )
}
