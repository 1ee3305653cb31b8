'use client'

import { type UIEvent, useEffect, useRef, useState } from 'react'
import { passable } from '@/criteria/ratings'
import type { JudgmentProblem } from '@/server/judgments/validate-judgment'
import { fetchDialogs, Tour } from './dialogs'
import { EntryBar } from './entry-bar'
import { EntryDock } from './entry-dock'
import { ItemEntries } from './item-entries'
import { judgedItem, type Target } from './judged-item'
import type { JudgingViewProps } from './judging-view'
import { type Command, typesText } from './keys'
import { columnsWhenWide } from './layout'
import { OutdatedNotice } from './outdated-notice'
import { type PanelDialog, PanelDialogs } from './panel-dialogs'
import { PanelFooter } from './panel-footer'
import { ReadingArea } from './reading-area'
import { ScoreStrip } from './score-strip'
import { TogetherEntries } from './together-entries'
import { useEntryKeys } from './use-entry-keys'
import { useEraseOrder } from './use-erase-order'
import { useKeys } from './use-keys'
import { useOpenParts } from './use-open-parts'
import { usePanelFocus } from './use-panel-focus'
import { useSaid } from './use-said'
import { ViewTools } from './view-tools'

interface JudgingPanelProps extends JudgingViewProps {
  focusMode: boolean
  onFocusModeChange: (focusMode: boolean) => void
}

/** One item being judged. */
export function JudgingPanel(props: JudgingPanelProps) {
  const { content, criteria, value, onChange, readOnly = false, focusMode, onFocusModeChange, autoFocus = true } = props
  const panel = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(1)
  const [raw, setRaw] = useState(false)
  const [comments, setComments] = useState<ReadonlySet<number>>(new Set())
  const [dialog, setDialog] = useState<PanelDialog | null>(null)
  const [showMissing, setShowMissing] = useState(false)
  const focus = usePanelFocus(panel, reading)
  const parts = useOpenParts()
  const said = useSaid()
  const keys = useEntryKeys(criteria, content, onChange)
  const latestFirst = useEraseOrder(value)
  const slots = content.responses.map((_, index) => index + 1)
  const item = judgedItem(criteria, content, value)

  useEffect(() => {
    if (autoFocus) reading.current?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true })
  }, [autoFocus])

  // What has just been revealed is what is read next.
  const { reveal } = content
  const before = useRef(reveal)
  useEffect(() => {
    if (before.current === 'after-first' && reveal === 'done') {
      reading.current?.scrollTo({ top: 0 })
      reading.current?.querySelector<HTMLElement>('[data-revealed]')?.focus({ preventScroll: true })
    }
    before.current = reveal
  }, [reveal])

  useEffect(() => {
    const timer = setTimeout(fetchDialogs, 1_500)
    return () => clearTimeout(timer)
  }, [])

  function select(slot: number) {
    if (slot !== current) keys.close()
    setCurrent(slot)
  }

  /** Makes a response current and brings it into sight. */
  function goTo(slot: number, state = item) {
    if (slot < 1 || slot > slots.length) return
    select(slot)
    said.response(state, slot)
    focus.response(slot, focusMode)
  }

  function focusComment(slot: number) {
    setComments(open => new Set(open).add(slot))
    focus.comment(slot)
  }

  function showProblem(problem: JudgmentProblem) {
    const { criterion, slot } = problem
    setShowMissing(true)
    if (problem.problem === 'comment-required' && slot > 0) {
      select(slot)
      focusComment(slot)
    } else {
      if (slot > 0) goTo(slot)
      focus.entry(criterion, slot)
    }
    said.problem(item, problem)
  }

  function submit() {
    keys.close()
    if (!props.onSubmit || readOnly) return
    const [first] = item.problems
    if (first) showProblem(first)
    else props.onSubmit()
  }

  const targets = () => [...item.targetsOf(current), ...item.targetsOf(0)]

  /** What has the focus or is open: it is asked about a key before all others. */
  const atWork = () => [focus.target(item.asked), keys.openTarget()].filter(target => target !== null)

  /** Who is asked about a key, in order: what is at work, what lacks something, the rest. */
  const candidates = (): Target[] => [
    ...atWork(),
    ...targets().filter(item.isOpen),
    ...targets().filter(target => !item.isOpen(target)),
  ]

  /** On from a target that is done: what else the response lacks, the next response, what the item lacks. */
  function goOn({ slot }: Target, state = item) {
    const open = state.targetsOf(slot).find(state.isOpen)
    const onItem = state.targetsOf(0).find(state.isOpen)
    if (open) {
      said.next(open)
      // What has the focus would keep the keys.
      if (focus.target(item.asked)) focus.entry(open.criterion.id, open.slot)
    } else if (slot > 0 && slot < slots.length) goTo(slot + 1, state)
    else if (onItem) {
      said.next(onItem)
      focus.entry(onItem.criterion.id, 0)
    }
  }

  const commands: Record<Command, (event: KeyboardEvent) => void> = {
    submit,
    next: () => goTo(current + 1),
    previous: () => goTo(current - 1),
    nextPart: () => focus.step(1, current),
    previousPart: () => focus.step(-1, current),
    // With nothing open, Enter belongs to the button that has the focus.
    commit: event => {
      const open = keys.openTarget()
      if (!open) return
      event.preventDefault()
      keys.close()
      if (open.slot > 0) said.response(item, open.slot)
      else said.entered(item, open)
      goOn(open)
    },
    cancel: () => {
      if (!keys.cancel() && (document.activeElement?.matches('textarea, input') || focus.target(item.asked)))
        goTo(current)
    },
    erase: () => {
      const rated = (target: Target) => item.glance(target) !== ''
      if (!readOnly) keys.press('erase', [...atWork(), ...latestFirst(targets())].filter(rated), value)
    },
    comment: () => !readOnly && focusComment(current),
    cannotJudge: () => !readOnly && passable(item.asked).length > 0 && setDialog('cannotJudge'),
    skip: () => props.onSkip?.(),
    flag: () => props.onFlag?.(),
    ask: () => props.onAsk?.(),
    guidelines: () => setDialog('guidelines'),
    focusMode: () => slots.length > 1 && onFocusModeChange(!focusMode),
    rawText: () => setRaw(on => !on),
    unfold: parts.toggleAll,
    keys: () => setDialog('keys'),
  }

  useKeys({
    within: props.ownsPage === false ? panel : null,
    command: (command, event) => {
      // The letter must not arrive in the field that it opens.
      if (typesText.has(command)) event.preventDefault()
      commands[command](event)
    },
    character: (character, event) => {
      const taken = readOnly ? null : keys.press(character, candidates(), value)
      if (!taken) return
      event.preventDefault()
      const { target, result } = taken
      if (result.focusPart) focus.part(target, result.focusPart)
      if (result.focus) focus.place(result.focus)
      if (result.done) goOn(target, judgedItem(criteria, content, result.change ? result.change(value) : value))
    },
  })

  function followSideways(event: UIEvent<HTMLDivElement>) {
    if (bar.current) bar.current.scrollLeft = event.currentTarget.scrollLeft
  }

  const spans = item.asked.find(criterion => criterion.kind === 'spans')
  const marking = spans && { criterion: spans, value, change: onChange, readOnly, slotCount: slots.length }
  const shared = {
    item,
    content,
    value,
    first: props.first,
    change: onChange,
    readOnly,
    showMissing,
    typedAt: keys.typedAt,
  }
  return (
    <div ref={panel} className="flex min-h-0 flex-1 flex-col">
      <ReadingArea
        ref={reading}
        content={content}
        current={current}
        onEnter={select}
        focusMode={focusMode}
        raw={raw}
        marking={marking}
        isOpen={parts.isOpen}
        onOpenChange={parts.change}
        onScroll={followSideways}
        notice={
          <>
            {props.notice}
            <OutdatedNotice content={content} value={value} onReload={props.onReload} />
          </>
        }
      />
      <EntryDock
        strip={
          <ScoreStrip
            slots={slots}
            current={current}
            item={item}
            value={value}
            onSelect={goTo}
            className={focusMode ? 'mx-auto w-full max-w-5xl' : columnsWhenWide(slots.length).onlyNarrow}
          />
        }
      >
        <EntryBar
          {...shared}
          ref={bar}
          slots={slots}
          current={current}
          focusMode={focusMode}
          cell={slot => ({
            commentOpen: comments.has(slot),
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
        <TogetherEntries
          {...shared}
          slots={slots}
          current={current}
          focusMode={focusMode}
          onEnter={select}
          onDone={goOn}
        />
        <ItemEntries {...shared} isCurrent />
      </EntryDock>
      <PanelFooter
        tools={
          <ViewTools
            raw={raw}
            onRawChange={setRaw}
            focusMode={focusMode}
            onFocusModeChange={slots.length > 1 ? onFocusModeChange : undefined}
            onGuidelines={() => setDialog('guidelines')}
            onKeys={() => setDialog('keys')}
          />
        }
        status={props.status}
        actions={props.actions}
        item={item}
        readOnly={readOnly}
        submitLabel={props.submitLabel}
        onSubmit={props.onSubmit ? submit : undefined}
      />
      <output aria-live="polite" className="sr-only">
        {said.said}
      </output>
      <PanelDialogs
        open={dialog}
        onClose={() => setDialog(null)}
        item={item}
        current={current}
        guidelines={props.guidelines}
        value={value}
        onChange={onChange}
        onTour={props.onTour}
        onPassed={() => {
          keys.close()
          goTo(current + 1)
        }}
      />
      {props.onTourEnd && dialog === null ? (
        <Tour panel={panel} item={item} slotCount={slots.length} current={current} onEnd={props.onTourEnd} />
      ) : null}
    </div>
  )
}
