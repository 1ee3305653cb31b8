// Names a slot as people see it.

/** The letter of a slot: 1 → A. */
export const slotLetter = (slot: number): string => String.fromCharCode(64 + slot)
