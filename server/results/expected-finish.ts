// When a study will be done if it goes on at its recent pace.

export interface Pace {
  remaining: number
  /** Judgments submitted within the window. */
  recent: number
  /** How long the window was, in milliseconds of wall time; nights and weekends are part of it. */
  windowMs: number
  isRunning: boolean
}

export type ExpectedFinish =
  | { inMs: number; perDay: number; windowMs: number; reason: null }
  | { inMs: null; perDay: null; windowMs: number; reason: 'nothing left' | 'not running' | 'too little to go by' }

const dayMs = 24 * 3_600_000

/** Fewer than this say nothing about a pace. */
export const fewestForPace = 5

/** Assumes that the pace of the window holds. Null with a reason where there is nothing to expect or to go by. */
export function expectedFinish({ remaining, recent, windowMs, isRunning }: Pace): ExpectedFinish {
  const none = (reason: 'nothing left' | 'not running' | 'too little to go by'): ExpectedFinish => {
    return { inMs: null, perDay: null, windowMs, reason }
  }
  if (remaining <= 0) return none('nothing left')
  if (!isRunning) return none('not running')
  if (recent < fewestForPace || windowMs <= 0) return none('too little to go by')
  return { inMs: (remaining * windowMs) / recent, perDay: (recent * dayMs) / windowMs, windowMs, reason: null }
}
