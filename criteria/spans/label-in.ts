/** What a category or severity is called; its id where the protocol has it no longer. */
export const labelIn = (parts: readonly { id: string; label: string }[], id: string): string =>
  parts.find(part => part.id === id)?.label ?? id
