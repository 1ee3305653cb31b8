import type { CountedJudgments } from '@/server/results/filter'

/** An address of results that goes on with the judgments chosen; original ones are not named. */
export const withJudgments = (address: string, judgments: CountedJudgments): string =>
  judgments === 'original' ? address : `${address}${address.includes('?') ? '&' : '?'}judgments=${judgments}`
