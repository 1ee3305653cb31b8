'use client'

import { type UIEvent, useEffect, useRef, useState } from 'react'
import { fetchDialogs, Tour } from './dialogs'
import { EntryBar } from './entry-bar'
import { EntryDock } from './entry-dock'
import { ItemEntries } from './item-entries'
import { judgedItem } from './judged-item'
import type { JudgingViewProps } from './judging-view'
import { columnsWhenWide } from './layout'
import { OutdatedNotice } from './outdated-notice'
import { type PanelDialog, PanelDialogs } from './panel-dialogs'
import { PanelFooter } from './panel-footer'
import { ReadingArea } from './reading-area'
import { ScoreStrip } from './score-strip'
import { TogetherEntries } from './together-entries'
import { useEntryKeys } from './use-entry-keys'
import { useMoves } from './use-moves'
import { useOpenParts } from './use-open-parts'
import { usePanelFocus } from './use-panel-focus'
import { usePanelKeys } from './use-panel-keys'
import { useRevealed } from './use-revealed'
import { useSaid } from './use-said'
import { ViewTools } from './view-tools'

export interface JudgingPanelProps extends JudgingViewProps {
  focusMode: boolean
  onFocusModeChange: (focusMode: boolean) => void
}

/** One item being judged. */
export function JudgingPanel(props: JudgingPanelProps) {
  const { content, criteria, value, onChange, readOnly = false, focusMode, onFocusModeChange, autoFocus = true } = props
  const panel = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const [raw, setRaw] = useState(false)
  const [dialog, setDialog] = useState<PanelDialog | null>(null)
  const focus = usePanelFocus(panel, reading)
  const parts = useOpenParts()
  const said = useSaid()
  const keys = useEntryKeys(criteria, content, onChange)
  const slots = content.responses.map((_, index) => index + 1)
  const item = judgedItem(criteria, content, value)
  const moves = useMoves({ item, slotCount: slots.length, focusMode, keys, focus, said })
  const { current, comments } = moves

  useEffect(() => {
    if (autoFocus) reading.current?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true })
  }, [autoFocus])

  useRevealed(reading, content.reveal)

  useEffect(() => {
    const timer = setTimeout(fetchDialogs, 1_500)
    return () => clearTimeout(timer)
  }, [])

  function submit() {
    keys.close()
    if (!props.onSubmit || readOnly) return
    const [first] = item.problems
    if (first) moves.showProblem(first)
    else props.onSubmit()
  }

  usePanelKeys({
    within: props.ownsPage === false ? panel : null,
    props: { ...props, readOnly },
    item,
    keys,
    focus,
    moves,
    said,
    setDialog,
    submit,
    toggleRaw: () => setRaw(on => !on),
    unfold: parts.toggleAll,
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
    showMissing: moves.showMissing,
    typedAt: keys.typedAt,
  }
  return (
    <div ref={panel} className="flex min-h-0 flex-1 flex-col">
      <ReadingArea
        ref={reading}
        content={content}
        current={current}
        onEnter={moves.select}
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
            onSelect={moves.goTo}
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
            onEnter: () => moves.select(slot),
            onToggleComment: () => (comments.has(slot) ? moves.closeComment(slot) : moves.focusComment(slot)),
            onCannotJudge: () => {
              moves.select(slot)
              setDialog('cannotJudge')
            },
          })}
        />
        <TogetherEntries
          {...shared}
          slots={slots}
          current={current}
          focusMode={focusMode}
          onEnter={moves.select}
          onDone={moves.goOn}
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
          moves.goTo(current + 1)
        }}
      />
      {props.onTourEnd && dialog === null ? (
        <Tour panel={panel} item={item} slotCount={slots.length} current={current} onEnd={props.onTourEnd} />
      ) : null}
    </div>
  )
}
