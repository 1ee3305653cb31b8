'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'

const least = 0.15
const most = 0.8
const preset = 0.45

interface EntryDockProps {
  children: ReactNode
  /** In a line of its own above, which does not scroll. */
  strip: ReactNode
}

/** Holds what is entered, always in reach. What is too tall scrolls; then its height can be changed. */
export function EntryDock({ children, strip }: EntryDockProps) {
  const t = useTranslations('judging')
  const dock = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  /** The largest share of the height that it takes. */
  const [share, setShare] = useState(preset)
  const [isTall, setTall] = useState(false)
  const limit = (next: number) => setShare(Math.min(Math.max(next, least), most))

  useEffect(() => {
    const content = inner.current
    if (!content) return
    const measure = () => {
      const room = dock.current?.parentElement?.clientHeight ?? 0
      setTall(content.offsetHeight > room * least * 2 && content.offsetHeight > room * preset - 1)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(content)
    return () => observer.disconnect()
  }, [])

  function drag(event: PointerEvent) {
    const room = dock.current?.parentElement?.getBoundingClientRect()
    if (!room || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const below = room.bottom - (dock.current?.getBoundingClientRect().bottom ?? room.bottom)
    limit((room.bottom - below - event.clientY) / room.height)
  }

  function step(event: KeyboardEvent) {
    const by = { ArrowUp: 0.05, ArrowDown: -0.05 }[event.key]
    if (!by) return
    event.preventDefault()
    limit(share + by)
  }

  return (
    <div
      ref={dock}
      data-tour="dock"
      className="@container flex shrink-0 flex-col border-t bg-sidebar"
      style={{ maxHeight: `${share * 100}%` }}
    >
      {isTall ? (
        // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
        <div
          role="separator"
          aria-orientation="horizontal"
          aria-label={t('dockResize')}
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={least * 100}
          aria-valuemax={most * 100}
          tabIndex={0}
          onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onDoubleClick={() => setShare(share > least ? least : preset)}
          onKeyDown={step}
          className="group flex h-2.5 shrink-0 cursor-ns-resize touch-none items-center justify-center"
        >
          <span className="h-1 w-10 rounded-full bg-border group-hover:bg-primary" />
        </div>
      ) : null}
      {strip}
      <div className="min-h-0 overflow-y-auto">
        <div ref={inner}>{children}</div>
      </div>
    </div>
  )
}
