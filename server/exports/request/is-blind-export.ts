// What may be taken out of a study while its models are withheld.
import type { ExportRequest } from '../schema'

const blindKinds: readonly string[] = [
  'items',
  'responses',
  'dataset-card',
  'table:agreement',
] satisfies ExportRequest['kind'][]

/**
 * Whether a file names no model and lets nobody tell the results of one. Preferences are, where they are what annotators
 * said of two texts; means of scores are not.
 */
export const isBlindExport = ({ kind }: Pick<ExportRequest, 'kind'>, hasPreference: boolean): boolean =>
  blindKinds.includes(kind) || (kind === 'preferences' && hasPreference)
