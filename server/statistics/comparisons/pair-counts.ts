/** How comparisons of items 0 … K − 1 ended. Both are K × K; the diagonal is ignored. */
export interface PairCounts {
  /** `wins[i][j]`: how often i beat j. */
  wins: readonly (readonly number[])[]
  /** `ties[i][j]` and `ties[j][i]`: how often the two tied, the same number in both places. */
  ties: readonly (readonly number[])[]
}
