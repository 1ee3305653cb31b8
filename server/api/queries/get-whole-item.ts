import 'server-only'
import { getItem } from '../../items/queries/items'
import { findItemRef } from '../../items/queries/list-items-after'
import type { StudyAccess } from '../../people/access'
import { DomainError } from '../../platform/errors'

/** An item with its responses; what would unblind is null while the study is sealed. @throws not_found */
export async function getWholeItem(study: StudyAccess, item: string) {
  const found = await findItemRef(study, item)
  if (!found) throw new DomainError('not_found', 'There is no such item.')
  const view = await getItem(study, found.id)
  return { ...view, category: found.category, metadata: study.sealed ? null : view.metadata }
}
