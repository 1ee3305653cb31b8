/** One decided comparison of two items, which are named by their index. */
export interface Comparison {
  first: number
  second: number
  outcome: 'first' | 'second' | 'tie'
}
