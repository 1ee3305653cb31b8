import 'server-only'
import type { StudyAccess } from '../../people/access'
import { db } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { type ExportView, exportRequestSchema } from '../schema'

const mostListed = 100

const columns = {
  id: true,
  kind: true,
  format: true,
  filter: true,
  options: true,
  blind: true,
  state: true,
  fileName: true,
  rowsDone: true,
  rowsTotal: true,
  byteSize: true,
  sha256: true,
  failure: true,
  createdById: true,
  createdAt: true,
  finishedAt: true,
  expiresAt: true,
} as const

type Row = Awaited<ReturnType<typeof findRows>>[number]

const findRows = (access: StudyAccess, id?: string) =>
  db.export.findMany({
    where: { studyId: access.studyId, ...(id === undefined ? {} : { id }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostListed,
    select: columns,
  })

async function toViews(rows: readonly Row[]): Promise<ExportView[]> {
  const ids = [...new Set(rows.flatMap(row => row.createdById ?? []))]
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(person => [person.id, person.name]))
  return rows.map(({ kind, format, filter, options, createdById, ...row }) => {
    const rowsDone = Number(row.rowsDone)
    return {
      ...row,
      ...exportRequestSchema.parse({ kind, format, filter, options }),
      rowsDone,
      rowsTotal: row.rowsTotal === null ? null : Math.max(rowsDone, Number(row.rowsTotal)),
      byteSize: row.byteSize === null ? null : Number(row.byteSize),
      createdBy: createdById === null ? null : (names.get(createdById) ?? null),
    }
  })
}

/** The newest hundred exports of a study, newest first. Those that name models are listed while it is blind, but not given out. */
export const listExports = async (access: StudyAccess): Promise<ExportView[]> => toViews(await findRows(access))

/** One export of a study. @throws not_found */
export async function getExport(access: StudyAccess, exportId: string): Promise<ExportView> {
  const [view] = await toViews(await findRows(access, exportId))
  if (!view) throw new DomainError('not_found', 'There is no such export.')
  return view
}
