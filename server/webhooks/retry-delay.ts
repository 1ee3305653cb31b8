// When a message that did not arrive is sent again: soon at first, then ever more rarely, for about three days.

const minute = 60
const hour = 60 * minute
const delaysSeconds = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]

/** @param attempts how many have failed, from 1. Null: it is given up. */
export const retryDelaySeconds = (attempts: number): number | null => delaysSeconds[attempts - 1] ?? null
