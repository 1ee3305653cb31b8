/** A text: as it was written, or an array where the build has parsed its arguments. */
export type Message = string | readonly unknown[]

/** Messages of a catalogue, by key; nested. */
export interface MessageTree {
  [key: string]: Message | MessageTree
}

const isMessage = (value: Message | MessageTree | undefined): value is Message =>
  typeof value === 'string' || Array.isArray(value)

/** All messages of `base`, each in the words of `over` where it has any. Keys that only `over` has are dropped. */
export function mergeMessages(base: MessageTree, over: MessageTree): MessageTree {
  return Object.fromEntries(
    Object.entries(base).map(([key, value]) => {
      const other = over[key]
      if (isMessage(value)) return [key, isMessage(other) && other.length > 0 ? other : value]
      return [key, mergeMessages(value, other && !isMessage(other) ? other : {})]
    }),
  )
}
