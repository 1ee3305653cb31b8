import type { ListAudit } from '@/server/audit/schema'

/** The address of the entries before `before` under the same filter; without it, of the newest. */
export function olderAddress(path: string, filter: ListAudit, before: string | undefined): string {
  const query = new URLSearchParams()
  if (filter.actor) query.set('actor', filter.actor)
  if (filter.action) query.set('action', filter.action)
  if (filter.study && path === '/audit') query.set('study', filter.study)
  if (before) query.set('before', before)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
