// Writes a duration as hours, minutes and seconds, the same in every language: 1:05:09.

/** Whole seconds, rounded down. */
export function formatActiveTime(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
