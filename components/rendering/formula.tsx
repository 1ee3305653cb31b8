'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
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

  return (
    <span dir="ltr" className={display ? 'formula-display' : 'formula-inline'}>
      <span ref={target} hidden={!drawn} />
      {drawn ? null : <code>{source}</code>}
    </span>
  )
}
