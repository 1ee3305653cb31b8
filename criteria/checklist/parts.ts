// Names of the places in a checklist that can have the focus, as `data-part` holds them.

export type PartKind = 'point' | 'value' | 'reason'

export const partName = (kind: PartKind, point: string, slot: number) => `${kind} ${point} ${slot}`

/** The point that a part belongs to, or null for anything else. */
export const pointOfPart = (part: string | null): string | null => part?.split(' ')[1] ?? null
