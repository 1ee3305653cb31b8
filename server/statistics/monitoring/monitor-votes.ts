// Wins and losses that may be looked at after every vote without fooling oneself.
import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf'
import { bisect } from '../bisect'

export interface VoteMonitor {
  wins: number
  losses: number
  /** Evidence against a fair coin: its expectation is at most 1 when the coin is fair, at any time. */
  eValue: number
  /** 1/(largest e-value so far), at most 1: valid whenever one stops looking. */
  anytimeP: number
  /** The confidence sequence of P(win | not a tie) at this vote: covers at all votes together. */
  lower: number
  upper: number
}

/**
 * One entry per vote; ties change nothing. Assumes independent votes. e = 2ⁿ·B(1 + w, 1 + l), the uniform mixture
 * (Robbins 1970; Ville's inequality gives the p); the sequence holds every p with (n + 1)·Bin(w; n, p) > 1 − level. Never
 * show which model leads while a study is blind. Example: two wins → e = 4/3, anytime p = 0.75.
 */
export function monitorVotes(votes: Iterable<'win' | 'tie' | 'loss'>, level = 0.95): VoteMonitor[] {
  const path: VoteMonitor[] = []
  let [wins, losses, largest] = [0, 0, 1]
  for (const vote of votes) {
    if (vote === 'win') wins += 1
    if (vote === 'loss') losses += 1
    const n = wins + losses
    const support = (p: number) => (n + 1) * binomialPmf(wins, n, p) - (1 - level)
    const eValue = 1 / ((n + 1) * binomialPmf(wins, n, 0.5))
    largest = Math.max(largest, eValue)
    const best = n === 0 ? 0.5 : wins / n
    path.push({
      wins,
      losses,
      eValue,
      anytimeP: Math.min(1, 1 / largest),
      lower: wins === 0 ? 0 : bisect(p => -support(p), 0, best),
      upper: losses === 0 ? 1 : bisect(support, best, 1),
    })
  }
  return path
}
