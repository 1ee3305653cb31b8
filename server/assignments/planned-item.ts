export interface PlannedResponse {
  id: string
  /** The models (with their samples) that gave this text, as one string. */
  models: string
}

export interface PlannedItem {
  id: string
  /** A key of language-pair.ts. */
  language: string
  categoryId: string | null
  /** One response per distinct text, in any order. */
  responses: readonly PlannedResponse[]
  /** Pairs that the file fixed, by response id; null: the protocol's design. */
  pairs: readonly (readonly [string, string])[] | null
}
