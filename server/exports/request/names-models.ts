// What may be taken out of a study while its models are withheld.
import type { ExportRequest } from '../schema'

/**
 * What a file tells. `never` a model: it may be read while the study is blind. `unless sealed`: it is written without models
 * while the study is blind, and with them afterwards. `always`: there is no such file while the study is blind. Preferences
 * are blind where they are what annotators said of two texts and no model is named; means of scores are not.
 */
export function namesModels(
  { kind }: Pick<ExportRequest, 'kind'>,
  hasPreference: boolean,
): 'never' | 'unless sealed' | 'always' {
  if (kind === 'table:agreement') return 'never'
  if (kind === 'items' || kind === 'responses' || kind === 'dataset-card') return 'unless sealed'
  return kind === 'preferences' && hasPreference ? 'unless sealed' : 'always'
}
