import { midranks } from './midranks'
import { type Correlation, pearsonCorrelation } from './pearson-correlation'

/**
 * Spearman's ρ: Pearson's correlation of midranks. Estimand: how monotonically the two sides go together. The p (t with
 * n − 2 degrees of freedom) assumes independent pairs and is rough below about 10; no interval, as Fisher's is too narrow
 * for ranks. Null when one side is constant. Example: gold case 17 → 0.838.
 */
export function spearmanCorrelation(x: readonly number[], y: readonly number[]): Correlation {
  const ofRanks = pearsonCorrelation(midranks(x), midranks(y))
  return { ...ofRanks, lower: null, upper: null, method: "Spearman's rank correlation, t approximation" }
}
