'use client'

import { CircleSlash2, MessageSquareText, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { drawnTogether } from '@/criteria/entries'
import { cannotJudgeReason, findRating, passable, withCannotJudge } from '@/criteria/ratings'
import { slotLetter } from '@/server/blinding/slot-letter'
import { type EntryContext, EntryList } from './entry-list'
import { Letter } from './letter'

export interface EntryCellProps extends EntryContext {
  slot: number
  isCurrent: boolean
  commentOpen: boolean
  onEnter: () => void
  onToggleComment: () => void
  onCannotJudge: () => void
}

/** Everything that is entered about one response: scores and the like, comments, or that it cannot be judged. */
export function EntryCell(props: EntryCellProps) {
  const { slot, isCurrent, commentOpen, onEnter, onToggleComment, onCannotJudge, ...shared } = props
  const { item, value, change, readOnly } = shared
  const t = useTranslations('judging')
  const letter = slotLetter(slot)
  const passed = passable(item.asked)
  const reason = cannotJudgeReason(value, passed, slot)
  const all = item.targetsOf(slot)
  const hasComments = all.some(({ criterion }) => criterion.kind === 'comment')
  const shown = all.filter(({ criterion }) => {
    if (drawnTogether.has(criterion.kind)) return false
    if (criterion.kind === 'comment')
      return (
        commentOpen ||
        criterion.required.when === 'always' ||
        item.problemAt(criterion.id, slot) !== null ||
        findRating(value, criterion.id, slot) !== undefined
      )
    return reason === null || !passed.includes(criterion)
  })
  const lead = <Letter letter={letter} isCurrent={isCurrent} />
  const tools = readOnly ? null : (
    <div className="flex shrink-0 items-center">
      {hasComments ? (
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
      {passed.length > 0 && reason === null ? (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t('cannotJudgeButton', { letter })}
          title={t('withKey', { label: t('commands.cannotJudge'), key: 'X' })}
          onClick={onCannotJudge}
        >
          <CircleSlash2 aria-hidden />
        </Button>
      ) : null}
    </div>
  )
  const ownHead = reason !== null || shown[0]?.criterion.kind === 'comment' || shown.length === 0
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
      {ownHead ? (
        <div className="flex items-start gap-2">
          {lead}
          {reason === null ? (
            <span className="flex-1" />
          ) : (
            <>
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
                  onClick={() => change(content => withCannotJudge(content, passed, slot, null))}
                >
                  <Undo2 aria-hidden />
                  {t('judgeAfterAll')}
                </Button>
              )}
            </>
          )}
          {tools}
        </div>
      ) : null}
      <EntryList
        {...shared}
        targets={shown}
        isCurrent={isCurrent}
        lead={ownHead ? undefined : lead}
        tools={ownHead ? undefined : tools}
      />
    </section>
  )
}
