'use client'

import { useTranslations } from 'next-intl'
import { type UIEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/textarea'
import { mostCommentCharacters } from '@/criteria/limits'
import { slotLetter } from '@/server/blinding/slot-letter'
import { validateJudgment } from '@/server/judgments/validate-judgment'
import { fetchDialogs, GuidelinesSheet, KeysDialog, ReasonDialog } from './dialogs'
import type { JudgingViewProps } from './judging-view'
import type { Command } from './keys'
import { cannotJudgeReason, commentsOf, findRating, scalesOf, scoreOf, withCannotJudge, withText } from './ratings'
import { ReadingArea } from './reading-area'
import { ScoreBar } from './score-bar'
import { useKeys } from './use-keys'
import { useScoreEntry } from './use-score-entry'
import { ViewTools } from './view-tools'

interface JudgingPanelProps extends JudgingViewProps {
  focusMode: boolean
  onFocusModeChange: (focusMode: boolean) => void
}

type OpenDialog = 'guidelines' | 'keys' | 'cannotJudge' | null

/** One item being judged. */
export function JudgingPanel(props: JudgingPanelProps) {
  const { content, criteria, value, onChange, readOnly = false, focusMode, onFocusModeChange, autoFocus = true } = props
  const t = useTranslations('judging')
  const reading = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(1)
  const [raw, setRaw] = useState(false)
  const [openParts, setOpenParts] = useState<ReadonlySet<string>>(new Set())
  const [allOpen, setAllOpen] = useState(false)
  const [comments, setComments] = useState<ReadonlySet<number>>(new Set())
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const [showMissing, setShowMissing] = useState(false)
  const [said, setSaid] = useState('')
  const entry = useScoreEntry(onChange)

  const slots = content.responses.map((_, index) => index + 1)
  const scales = scalesOf(criteria)
  const [firstScale] = scales
  const problems = validateJudgment(
    { criteria, slotCount: slots.length, rubric: content.rubric, omitted: content.omitted },
    value,
  )
  const missing = problems.filter(({ problem }) => problem === 'missing' || problem === 'comment-required')
  const scored = slots.filter(slot => scales.every(scale => findRating(value, scale.id, slot))).length

  useEffect(() => {
    if (autoFocus) reading.current?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true })
  }, [autoFocus])

  useEffect(() => {
    const timer = setTimeout(fetchDialogs, 1_500)
    return () => clearTimeout(timer)
  }, [])

  const closeDialog = () => setDialog(null)

  function select(slot: number) {
    if (slot !== current) entry.close()
    setCurrent(slot)
  }

  /** Makes a response current and brings it into sight. */
  function goTo(slot: number) {
    if (slot < 1 || slot > slots.length) return
    select(slot)
    setSaid(describe(slot))
    // After it has been drawn: in focus mode it is not there yet.
    requestAnimationFrame(() => {
      const area = reading.current
      const article = area?.querySelector<HTMLElement>(`[id^="response-${slot}-"]`)
      if (!area || !article) return
      article.focus({ preventScroll: true })
      bringIntoSight(area, article, focusMode)
    })
  }

  function describe(slot: number): string {
    const letter = slotLetter(slot)
    const score = firstScale ? scoreOf(value, firstScale, slot) : null
    return score === null ? t('saidUnscored', { letter }) : t('saidScored', { letter, score })
  }

  function focusComment(slot: number) {
    setComments(open => new Set(open).add(slot))
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-comment-slot="${slot}"]`)?.focus())
  }

  function submit() {
    entry.close()
    if (!props.onSubmit || readOnly) return
    const [first] = missing
    if (!first && problems.length === 0) return props.onSubmit()
    setShowMissing(true)
    const slot = first?.slot || 1
    if (first?.problem === 'comment-required') {
      select(slot)
      focusComment(slot)
      setSaid(t('saidCommentMissing', { letter: slotLetter(slot) }))
    } else {
      goTo(slot)
      setSaid(t('saidScoreMissing', { letter: slotLetter(slot) }))
    }
  }

  function leaveField() {
    if (document.activeElement?.matches('textarea, input')) goTo(current)
  }

  const commands: Record<Command, (event: KeyboardEvent) => void> = {
    submit,
    next: () => goTo(current + 1),
    previous: () => goTo(current - 1),
    // Without digits, Enter belongs to the button that has the focus.
    commit: event => {
      if (!entry.isOpen()) return
      event.preventDefault()
      entry.close()
      setSaid(describe(current))
      if (current < slots.length) goTo(current + 1)
    },
    cancel: () => {
      if (!entry.cancel()) leaveField()
    },
    erase: () => firstScale && !readOnly && entry.erase({ slot: current, scale: firstScale }),
    comment: () => !readOnly && focusComment(current),
    cannotJudge: () => !readOnly && setDialog('cannotJudge'),
    skip: () => props.onSkip?.(),
    flag: () => props.onFlag?.(),
    guidelines: () => setDialog('guidelines'),
    focusMode: () => slots.length > 1 && onFocusModeChange(!focusMode),
    rawText: () => setRaw(on => !on),
    unfold: () => {
      setOpenParts(new Set())
      setAllOpen(open => !open)
    },
    keys: () => setDialog('keys'),
  }

  useKeys({
    command: (command, event) => {
      const typing = ['comment', 'skip', 'flag', 'cannotJudge', 'submit'].includes(command)
      // The letter must not arrive in the field that it opens.
      if (typing) event.preventDefault()
      commands[command](event)
    },
    character: (character, event) => {
      const target = targetAt(current)
      if (!target || readOnly) return
      event.preventDefault()
      if (entry.type(character, target, value) && current < slots.length) goTo(current + 1)
    },
  })

  /** The scale that digits go to: the one whose buttons have the focus, else the first without a score. */
  function targetAt(slot: number) {
    const open = scales.find(scale => entry.typedAt(slot, scale.id) !== null)
    const unscored = scales.find(scale => !findRating(value, scale.id, slot))
    const scale = open ?? unscored ?? firstScale
    return scale ? { slot, scale } : null
  }

  function followSideways(event: UIEvent<HTMLDivElement>) {
    if (bar.current) bar.current.scrollLeft = event.currentTarget.scrollLeft
  }

  const isOpen = (part: string) => openParts.has(part) !== allOpen
  const changeOpen = (part: string, open: boolean) =>
    setOpenParts(parts => {
      const next = new Set(parts)
      if (open !== allOpen) next.add(part)
      else next.delete(part)
      return next
    })

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ReadingArea
        ref={reading}
        content={content}
        current={current}
        onEnter={select}
        focusMode={focusMode}
        raw={raw}
        isOpen={isOpen}
        onOpenChange={changeOpen}
        onScroll={followSideways}
        notice={props.notice}
      >
        {commentsOf(criteria, 'item').map(comment => (
          <div key={comment.id} className="sticky start-0 grid w-[100cqi] gap-1 px-4 py-3">
            <label htmlFor={`item-${comment.id}`} className="font-medium text-sm">
              {comment.label}
            </label>
            <Textarea
              id={`item-${comment.id}`}
              autoGrow
              rows={2}
              dir="auto"
              readOnly={readOnly}
              maxLength={mostCommentCharacters}
              value={findRating(value, comment.id, 0)?.text ?? ''}
              onChange={event => onChange(content => withText(content, comment.id, 0, event.target.value))}
              className="max-w-4xl"
            />
          </div>
        ))}
      </ReadingArea>
      <ScoreBar
        ref={bar}
        slots={slots}
        current={current}
        criteria={criteria}
        value={value}
        focusMode={focusMode}
        onSelect={goTo}
        cell={slot => ({
          change: onChange,
          readOnly,
          commentOpen: comments.has(slot),
          showMissing,
          typedAt: criterion => entry.typedAt(slot, criterion),
          onEnter: () => select(slot),
          onToggleComment: () =>
            comments.has(slot)
              ? setComments(open => new Set([...open].filter(other => other !== slot)))
              : focusComment(slot),
          onCannotJudge: () => {
            select(slot)
            setDialog('cannotJudge')
          },
        })}
      />
      <footer className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t bg-sidebar px-3 py-1.5">
        <ViewTools
          raw={raw}
          onRawChange={setRaw}
          focusMode={focusMode}
          onFocusModeChange={slots.length > 1 ? onFocusModeChange : undefined}
          onGuidelines={() => setDialog('guidelines')}
          onKeys={() => setDialog('keys')}
        />
        <div className="flex min-w-0 flex-1 items-center gap-3">{props.status}</div>
        <div className="ms-auto flex items-center gap-1.5">
          {readOnly ? null : (
            <span className="tabular whitespace-nowrap text-[0.8125rem] text-muted-foreground max-sm:hidden">
              {t('scoredCount', { scored, count: slots.length })}
            </span>
          )}
          {props.actions}
          {props.onSubmit && !readOnly ? (
            <Button
              variant={missing.length > 0 ? 'secondary' : 'default'}
              onClick={submit}
              title={t('withKey', { label: t('commands.submit'), key: 'Ctrl / ⌘ + Enter' })}
            >
              {props.submitLabel ?? t('submit')}
            </Button>
          ) : null}
        </div>
      </footer>
      <output aria-live="polite" className="sr-only">
        {said}
      </output>
      {dialog === 'guidelines' ? (
        <GuidelinesSheet open onOpenChange={closeDialog} guidelines={props.guidelines} criteria={criteria} />
      ) : null}
      {dialog === 'keys' ? <KeysDialog open onOpenChange={closeDialog} /> : null}
      {dialog === 'cannotJudge' ? (
        <ReasonDialog
          open
          onOpenChange={closeDialog}
          title={t('cannotJudgeTitle', { letter: slotLetter(current) })}
          description={t('cannotJudgeDescription')}
          label={t('reason')}
          confirmLabel={t('cannotJudgeConfirm')}
          suggestions={[
            t('cannotJudgeReasons.unreadable'),
            t('cannotJudgeReasons.cutOff'),
            t('cannotJudgeReasons.language'),
          ]}
          onConfirm={reason => {
            entry.close()
            onChange(content => withCannotJudge(content, criteria, current, reason))
            setDialog(null)
            if (cannotJudgeReason(value, criteria, current) === null) goTo(current + 1)
          }}
        />
      ) : null}
    </div>
  )
}

/** Side by side only sideways, so that the prompt and the place in the texts stay; one below the other to its start. */
function bringIntoSight(area: HTMLElement, article: HTMLElement, focusMode: boolean) {
  const outer = area.getBoundingClientRect()
  const inner = article.getBoundingClientRect()
  if (!focusMode && inner.width < outer.width * 0.9) {
    if (inner.x < outer.x) area.scrollBy(inner.x - outer.x, 0)
    else if (inner.x + inner.width > outer.x + outer.width)
      area.scrollBy(inner.x + inner.width - outer.x - outer.width, 0)
  } else if (!focusMode || inner.y < outer.y) article.scrollIntoView({ block: 'start' })
}
