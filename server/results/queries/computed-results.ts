import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { ResultsInput } from '../results-input'
import { computeDifferences } from './compute-differences'

interface ComputedResult {
  /** Says nothing of models, and so may be read while the study is blind. */
  isBlind: boolean
  /** Reads what it needs, and does what takes long in a thread (`runComputation`). Gives plain data: it is stored as JSON. */
  compute: (access: StudyAccess, input: ResultsInput) => Promise<object | null>
}

/** Results that `getComputed` gives, by name. */
export const computedResults = {
  differences: { isBlind: false, compute: computeDifferences },
} satisfies Record<string, ComputedResult>

export type ComputedName = keyof typeof computedResults
export type ComputedValue<Name extends ComputedName> = Awaited<ReturnType<(typeof computedResults)[Name]['compute']>>
