// A judgment that may be stored, or an error that names what it lacks.
import type { Rating } from '../../criteria/schema'
import { DomainError } from '../platform/errors'
import type { JudgmentContent } from './schema'
import { type Judged, storedRatings, validateJudgment } from './validate-judgment'

/** The ratings that are stored of a complete judgment. @throws invalid, naming each slot and criterion */
export function requireComplete(
  { criteria }: Pick<Judged, 'criteria'>,
  access: Omit<Judged, 'criteria'>,
  content: JudgmentContent,
): Rating[] {
  const problems = validateJudgment({ ...access, criteria }, content)
  if (problems.length > 0) throw new DomainError('invalid', 'This judgment is not complete.', { problems })
  return storedRatings(content)
}
