// People and invitations as the API tells them.
import { z } from 'zod'
import { cutPage, type Page } from './cursor'

interface Named {
  id: string
  name: string
}

export const nameCursor = z.tuple([z.string(), z.uuid()])

const lower = <Row extends { role: string }>(row: Row) => ({ ...row, role: row.role.toLowerCase() })

const before = (a: readonly [string, string], b: readonly [string, string]) =>
  a[0] === b[0] ? a[1] < b[1] : a[0] < b[0]

/** By name, then id, in the order of their code units: the same on every machine. */
export function byName<Row extends Named & { role: string }>(
  rows: readonly Row[],
  { limit, after }: { limit: number; after: unknown },
): Page<Row & { role: string }> {
  const cursor = after as z.infer<typeof nameCursor> | null
  const keyOf = ({ name, id }: Named) => [name, id] as const
  const sorted = rows.map(lower).sort((a, b) => (before(keyOf(a), keyOf(b)) ? -1 : 1))
  return cutPage(sorted, limit, row => cursor === null || before(cursor, keyOf(row)), keyOf)
}

export const withLowerRoles = <Row extends { role: string }>(rows: readonly Row[]): Row[] => rows.map(lower)

/** The database's word for a role. */
export const upperRole = (role: 'admin' | 'annotator') => role.toUpperCase() as 'ADMIN' | 'ANNOTATOR'

/** Members as they are listed: their id is the person's. */
export const membersOf = <Member extends { userId: string }>(members: readonly Member[]): (Member & { id: string })[] =>
  members.map(member => ({ ...member, id: member.userId }))
