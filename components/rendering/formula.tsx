'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useScrollStop } from '@/components/ui/use-scroll-stop'
import { loadMath, useFormulas } from './lazy-modules'

const mostCharacters = 4_000
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** A formula; its source until it is drawn, and for good when it is broken. */
export function Formula({ source, display }: { source: string; display: boolean }) {
  const formulas = useFormulas()
  const target = useRef<HTMLSpanElement>(null)
  const [drawn, setDrawn] = useState(false)
  const drawable = source.length <= mostCharacters

  useEffect(() => {
    if (drawable) loadMath()
  }, [drawable])

  useBrowserLayoutEffect(() => {
    if (!formulas || !target.current || !drawable) return
    setDrawn(formulas.drawFormula(source, target.current, display))
  }, [formulas, source, display, drawable])

  const content = (
    <>
      <span ref={target} hidden={!drawn} />
      {drawn ? null : <code>{source}</code>}
    </>
  )
  if (display) return <DisplayFormula>{content}</DisplayFormula>
  return (
    <span dir="ltr" className="formula-inline">
      {content}
    </span>
  )
}

/** A line of its own, which scrolls when the formula is wider. */
function DisplayFormula({ children }: { children: ReactNode }) {
  const t = useTranslations('rendering')
  return (
    <span dir="ltr" className="formula-display" {...useScrollStop<HTMLSpanElement>(t('formula'))}>
      {children}
    </span>
  )
}
