/** How much paired scores vary, when each model answers an item several times. */
export interface RepeatedSamples {
  /** Variance over items of the expected difference: what more samples cannot reduce. */
  itemVariance: number
  /** Variances of one model's scores over its own answers to an item. */
  firstVariance: number
  secondVariance: number
  /** Answers per item of each model. */
  firstSamples: number
  secondSamples: number
}
