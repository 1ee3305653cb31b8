import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { ResultsInput } from '../results-input'
import type { Sensitivity } from './compute-sensitivity'
import { type Computed, getComputed } from './get-computed'

/** How much means and places depend on what can be doubted. @throws blinded, not_found, invalid */
export const getSensitivity = (access: StudyAccess, input: ResultsInput = {}): Promise<Computed<Sensitivity>> =>
  getComputed(access, 'sensitivity', input)
