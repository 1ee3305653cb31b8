// Kinds of exports as people look for them.
import type { ExportKind } from '@/server/exports/schema'

export const exportGroups = ['bundle', 'data', 'table', 'card'] as const
export type ExportGroup = (typeof exportGroups)[number]

export const groupOf = (kind: ExportKind): ExportGroup =>
  kind === 'bundle' ? 'bundle' : kind === 'dataset-card' ? 'card' : kind.startsWith('table:') ? 'table' : 'data'

/** Whether a file has a row for what each annotator said, and so may name them. */
export const namesPeople = (kind: ExportKind): boolean => kind === 'judgments' || kind === 'ratings'
