import {
  bootstrapBradleyTerryByPattern,
  type ClusterPattern,
} from '../../statistics/comparisons/bootstrap-bradley-terry-by-pattern'
import type { BootstrapResult } from '../../statistics/comparisons/bootstrap-strengths'
import { mulberry32 } from '../../statistics/random/mulberry32'

/** The same comparisons give the same intervals. */
const seed = 1952

/** Strengths of so many models, with intervals over the items: all comparisons of one are drawn together. */
export const strengthsOverItems = (input: { models: number; patterns: readonly ClusterPattern[] }): BootstrapResult =>
  bootstrapBradleyTerryByPattern(input.models, input.patterns, { random: mulberry32(seed) })
