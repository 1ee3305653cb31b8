import 'server-only'
import type { AdminAccess } from '../../people/access'
import { db } from '../../platform/db'

/** Studies to choose from, by name, without archived ones. */
export const listStudyNames = (_admin: AdminAccess): Promise<{ id: string; name: string }[]> =>
  db.study.findMany({ where: { archivedAt: null }, orderBy: { name: 'asc' }, select: { id: true, name: true } })
