/** Messages of a catalogue, by key; nested. */
export interface MessageTree {
  [key: string]: string | MessageTree
}

/** All messages of `base`, each in the words of `over` where it has any. Keys that only `over` has are dropped. */
export function mergeMessages(base: MessageTree, over: MessageTree): MessageTree {
  return Object.fromEntries(
    Object.entries(base).map(([key, value]) => {
      const other = over[key]
      if (typeof value === 'string') return [key, typeof other === 'string' && other !== '' ? other : value]
      return [key, mergeMessages(value, typeof other === 'object' ? other : {})]
    }),
  )
}
