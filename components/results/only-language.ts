import type { ResultFilter } from '@/server/results/filter'

/** The language that a filter leaves, where it is one. */
export const onlyLanguage = ({ languages }: ResultFilter): string | null =>
  languages?.length === 1 ? (languages[0] ?? null) : null
