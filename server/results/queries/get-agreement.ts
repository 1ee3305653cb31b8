import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { CriterionAgreement } from '../agreement/criterion-agreement'
import type { ResultFilter } from '../filter'
import { waitForComputed } from './get-computed'

/**
 * Agreement of a study's annotators, per criterion, from the judgments that count; however long it takes. Pages ask
 * `getComputed`. @throws invalid
 */
export const getAgreement = async (access: StudyAccess, filter?: ResultFilter): Promise<CriterionAgreement[]> =>
  (await waitForComputed(access, 'agreement', filter ? { filter } : {})).value
