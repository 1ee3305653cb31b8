// Everything that is shown about the wins, ties and losses of one side.
import type { Estimate } from '../estimate'
import { largestRemainderPercentages } from './largest-remainder-percentages'
import { type SignTest, signTest } from './sign-test'
import { tangoInterval } from './tango-interval'
import { wilsonInterval } from './wilson-interval'

export interface WinTieLoss {
  n: number
  /** (W − L)/n, −1 to 1. */
  net: Estimate
  /** Standard error of the net rate; null when nothing was compared. */
  netStandardError: number | null
  /** (W + ½T)/n, 0 to 1: the same information as the net rate. */
  score: Estimate
  winRate: Estimate
  /** W/(W + L): ties left out. */
  decisiveWinRate: Estimate
  signTest: SignTest
  /** Win, tie, loss in percent with one decimal, summing to 100.0; null when nothing was compared. */
  percentages: string[] | null
}

const half = (net: number | null) => (net === null ? null : (1 + net) / 2)

/**
 * Estimands: how much more often one side wins than loses, and how often it wins. Assumes independent comparisons: when
 * several annotators judge the same pair, sum them up per item first. Intervals: Tango for net and score, Wilson for the
 * rates; ties leave the sign test, never n. Example: 42 wins, 4 ties, 6 losses → net 0.69 [0.47, 0.83].
 */
export function winTieLoss(wins: number, ties: number, losses: number, level = 0.95): WinTieLoss {
  const n = wins + ties + losses
  const net = tangoInterval(wins, ties, losses, level)
  const variance = net.value === null ? null : ((wins + losses) / n - net.value * net.value) / n
  return {
    n,
    net,
    netStandardError: variance === null ? null : Math.sqrt(Math.max(0, variance)),
    score: {
      ...net,
      value: half(net.value),
      lower: half(net.lower),
      upper: half(net.upper),
      method: "Tango's score interval, rescaled to 0–1",
    },
    winRate: wilsonInterval(wins, n, level),
    decisiveWinRate: wilsonInterval(wins, wins + losses, level),
    signTest: signTest(wins, losses),
    percentages: largestRemainderPercentages([wins, ties, losses]),
  }
}
