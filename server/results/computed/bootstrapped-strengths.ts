import { bootstrapBradleyTerry } from '../../statistics/comparisons/bootstrap-bradley-terry'
import type { BootstrapResult } from '../../statistics/comparisons/bootstrap-strengths'
import type { PairCounts } from '../../statistics/comparisons/pair-counts'
import { mulberry32 } from '../../statistics/random/mulberry32'

/** {@link bootstrapBradleyTerry} from plain data; the same seed gives the same intervals. */
export const bootstrappedStrengths = ({ counts, seed }: { counts: PairCounts; seed: number }): BootstrapResult =>
  bootstrapBradleyTerry(counts, { random: mulberry32(seed) })
