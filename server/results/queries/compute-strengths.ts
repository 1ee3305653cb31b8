import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { BootstrappedStrength, BootstrapResult } from '../../statistics/comparisons/bootstrap-strengths'
import type { ResultsInput } from '../results-input'
import type { TableModel } from '../score-table'
import { listOutcomePatterns } from './list-outcome-patterns'
import { runComputation } from './run-computation'

export interface ModelStrengths extends Omit<BootstrapResult, 'strengths' | 'components'> {
  /** The strongest first; null when there are no strengths, and `reason` says why. */
  strengths: (BootstrappedStrength & { model: TableModel })[] | null
}

/** Bradley–Terry strengths with intervals and ranges of ranks from samples of the items. @throws blinded, not_found, invalid */
export async function computeStrengths(access: StudyAccess, input: ResultsInput): Promise<ModelStrengths> {
  const { models, patterns } = await listOutcomePatterns(access, input)
  const {
    components: _,
    strengths,
    ...found
  } = await runComputation('strengthsOverItems', {
    models: models.length,
    patterns,
  })
  const named = strengths?.flatMap((strength, index) => {
    const model = models[index]
    return model ? [{ model, ...strength }] : []
  })
  return { ...found, strengths: named?.sort((a, b) => b.value - a.value) ?? null }
}
