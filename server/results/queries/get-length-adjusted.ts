import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { ResultsInput } from '../results-input'
import type { LengthAdjusted } from './compute-length-adjusted'
import { type Computed, getComputed } from './get-computed'

/** Differences of models at equal length: exploratory. @throws blinded, not_found, invalid */
export const getLengthAdjusted = (access: StudyAccess, input: ResultsInput = {}): Promise<Computed<LengthAdjusted>> =>
  getComputed(access, 'length-adjusted', input)
