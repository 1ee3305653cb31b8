import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { ResultsInput } from '../results-input'
import { computeAgreement } from './compute-agreement'
import { computeAnnotatorView } from './compute-annotator-view'
import { computeDifferences } from './compute-differences'
import { computeLengthAdjusted } from './compute-length-adjusted'
import { computeSensitivity } from './compute-sensitivity'
import { computeStrengths } from './compute-strengths'

interface ComputedResult {
  /** Says nothing of models, and so may be read while the study is blind. */
  isBlind: boolean
  /** Reads what it needs, and does what takes long in a thread (`runComputation`). Gives plain data: it is stored as JSON. */
  compute: (access: StudyAccess, input: ResultsInput) => Promise<object | null>
}

/** Results that `getComputed` gives, by name. */
export const computedResults = {
  annotators: { isBlind: false, compute: computeAnnotatorView },
  'length-adjusted': { isBlind: false, compute: computeLengthAdjusted },
  sensitivity: { isBlind: false, compute: computeSensitivity },
  differences: { isBlind: false, compute: computeDifferences },
  strengths: { isBlind: false, compute: computeStrengths },
  agreement: { isBlind: true, compute: computeAgreement },
} satisfies Record<string, ComputedResult>

export type ComputedName = keyof typeof computedResults
export type ComputedValue<Name extends ComputedName> = Awaited<ReturnType<(typeof computedResults)[Name]['compute']>>
