// Counts the time in which a page is in use: from display, while it can be seen, without more than a minute of idleness.

export const idleMs = 60_000

export interface ActiveTime {
  /** Counted so far, up to `lastAt`. */
  countedMs: number
  /** When the page was last known to be in use; null: hidden. */
  lastAt: number | null
}

/** `countedMs`: from an earlier visit. */
export const startActiveTime = (countedMs: number, at: number, visible: boolean): ActiveTime => ({
  countedMs,
  lastAt: visible ? at : null,
})

/** Counted until now. Never less than at an earlier moment. */
export const readActiveMs = ({ countedMs, lastAt }: ActiveTime, at: number): number =>
  lastAt === null ? countedMs : countedMs + Math.min(Math.max(0, at - lastAt), idleMs)

/** Somebody did something. Nothing counts while the page is hidden. */
export const noteActivity = (time: ActiveTime, at: number): ActiveTime =>
  time.lastAt === null ? time : { countedMs: readActiveMs(time, at), lastAt: at }

/** The page was hidden or came back. */
export const noteVisibility = (time: ActiveTime, visible: boolean, at: number): ActiveTime => ({
  countedMs: readActiveMs(time, at),
  lastAt: visible ? at : null,
})

/** Whether somebody was there within the last minute: then the lease is renewed. */
export const isActive = ({ lastAt }: ActiveTime, at: number): boolean => lastAt !== null && at - lastAt <= idleMs
