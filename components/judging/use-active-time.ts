'use client'

import { useEffect, useState } from 'react'
import { type ActiveTime, isActive, noteActivity, noteVisibility, readActiveMs, startActiveTime } from './active-time'

const activities = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchmove'] as const

export interface ActiveClock {
  readMs: () => number
  isActive: () => boolean
}

/** Active time with one item on the screen; `earlierMs` from earlier visits. */
export function useActiveTime(item: string, earlierMs: number): ActiveClock {
  const [clock, setClock] = useState(() => ({ item, ...makeClock(earlierMs) }))
  // A new item starts a new clock, whatever its earlier time says later.
  const current = clock.item === item ? clock : { item, ...makeClock(earlierMs) }
  if (current !== clock) setClock(current)
  useEffect(() => {
    clock.start()
    const act = () => clock.act()
    const look = () => clock.look()
    for (const name of activities) window.addEventListener(name, act, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      for (const name of activities) window.removeEventListener(name, act, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [clock])
  return current
}

function makeClock(earlierMs: number) {
  let time: ActiveTime = { countedMs: earlierMs, lastAt: null }
  const isVisible = () => document.visibilityState === 'visible'
  return {
    start: () => {
      time = startActiveTime(readActiveMs(time, performance.now()), performance.now(), isVisible())
    },
    act: () => {
      time = noteActivity(time, performance.now())
    },
    look: () => {
      time = noteVisibility(time, isVisible(), performance.now())
    },
    readMs: () => readActiveMs(time, performance.now()),
    isActive: () => isActive(time, performance.now()),
  }
}
