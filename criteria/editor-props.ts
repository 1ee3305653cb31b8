// What a kind's fields in the form of a protocol are given.
import type { Criterion } from './schema'

export interface EditorProps<Of extends Criterion> {
  criterion: Of
  change: (criterion: Of) => void
  /** What is wrong with a field, by its path in the criterion: "options.0.label". */
  errorOf: (path: string) => string | undefined
  /** All of the protocol. */
  criteria: readonly Criterion[]
  /** Ids of parts that are saved already: recorded judgments may name them, so they no longer follow their labels. */
  keptIds: ReadonlySet<string>
}
