import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { ResultsInput } from '../results-input'
import type { Differences } from './compute-differences'
import { type Computed, getComputed } from './get-computed'

/** Which models differ on one scale, by how much, and which places each may have. @throws blinded, not_found, invalid */
export const getDifferences = (access: StudyAccess, input: ResultsInput = {}): Promise<Computed<Differences>> =>
  getComputed(access, 'differences', input)
