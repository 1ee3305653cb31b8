import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { ResultsInput } from '../results-input'
import type { AnnotatorView } from './compute-annotator-view'
import { type Computed, getComputed } from './get-computed'

/** Scores by annotator, and models with each annotator’s own level taken out. @throws blinded, not_found, invalid */
export const getAnnotatorView = (access: StudyAccess, input: ResultsInput = {}): Promise<Computed<AnnotatorView>> =>
  getComputed(access, 'annotators', input)
