import { useEffect, useRef, useState } from 'react'

/**
 * For an element that scrolls what does not fit. Then, and only then, it is a named stop of the Tab key: arrow keys must be
 * able to scroll it. A group and no landmark: a page may have many of one name.
 */
export function useScrollStop<Element extends HTMLElement>(label: string) {
  const ref = useRef<Element>(null)
  const [overflows, setOverflows] = useState(false)

  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      setOverflows(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
    })
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])

  return { ref, ...(overflows ? { role: 'group', 'aria-label': label, tabIndex: 0 } : {}) }
}
