import 'server-only'
import type { StudyAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import {
  type ImportOptions,
  type ImportProblem,
  type ImportState,
  type ImportSummary,
  importOptionsSchema,
  importSummarySchema,
  problemPageSize,
} from '../schema'

export interface ImportView {
  id: string
  fileName: string
  byteSize: number
  bytesRead: number
  state: ImportState
  options: ImportOptions
  summary: ImportSummary | null
  /** What stopped it, in words. */
  failure: string | null
  /** It was finished, and taken out of the draft again. */
  takenBack: boolean
  createdAt: Date
  finishedAt: Date | null
}

const columns = {
  id: true,
  fileName: true,
  byteSize: true,
  bytesRead: true,
  state: true,
  options: true,
  summary: true,
  failure: true,
  createdAt: true,
  finishedAt: true,
} as const

type Row = {
  id: string
  fileName: string
  byteSize: bigint
  bytesRead: bigint
  state: ImportState
  options: unknown
  summary: unknown
  failure: string | null
  createdAt: Date
  finishedAt: Date | null
}

const toView = (row: Row): ImportView => ({
  ...row,
  byteSize: Number(row.byteSize),
  bytesRead: Number(row.bytesRead),
  options: importOptionsSchema.parse(row.options),
  summary: row.summary === null ? null : importSummarySchema.parse(row.summary),
  failure: row.failure === 'taken-back' ? null : row.failure,
  takenBack: row.failure === 'taken-back',
})

/** One import of a study, or null. */
export async function findImportView(study: StudyAccess, importId: string): Promise<ImportView | null> {
  const row = await db.import.findFirst({ where: { id: importId, studyId: study.studyId }, select: columns })
  return row && toView(row)
}

/** One import of a study. @throws not_found */
export async function getImport(study: StudyAccess, importId: string): Promise<ImportView> {
  const view = await findImportView(study, importId)
  if (!view) throw new DomainError('not_found', 'There is no such import.')
  return view
}

/** The newest hundred imports of a study. */
export async function listImports(study: StudyAccess): Promise<ImportView[]> {
  const rows = await db.import.findMany({
    where: { studyId: study.studyId },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: columns,
  })
  return rows.map(toView)
}

export interface ProblemFilter {
  severity?: 'error' | 'warning'
  code?: string
  search?: string
}

/** One page of an import's problems, errors first; `page` null: all that are kept. */
export async function listProblems(
  study: StudyAccess,
  importId: string,
  filter: ProblemFilter,
  page: number | null,
): Promise<{ problems: ImportProblem[]; count: number }> {
  const contains = filter.search ? { contains: filter.search, mode: 'insensitive' as const } : undefined
  const where = {
    importId,
    import: { studyId: study.studyId },
    ...(filter.severity ? { severity: filter.severity } : {}),
    ...(filter.code ? { code: filter.code } : {}),
    ...(contains ? { OR: [{ message: contains }, { value: contains }, { field: contains }] } : {}),
  }
  const [rows, count] = await Promise.all([
    db.importProblem.findMany({
      where,
      orderBy: [{ severity: 'asc' }, { line: 'asc' }, { ordinal: 'asc' }],
      ...(page === null ? {} : { skip: page * problemPageSize, take: problemPageSize }),
      select: { line: true, severity: true, code: true, field: true, value: true, message: true, fix: true },
    }),
    db.importProblem.count({ where }),
  ])
  return { count, problems: rows.map(row => ({ ...row, severity: row.severity === 'error' ? 'error' : 'warning' })) }
}

export interface CategoryView {
  code: string
  name: string
  shortName: string
}

/** All categories, in their order. */
export const listCategories = (): Promise<CategoryView[]> =>
  sql<CategoryView & Record<string, unknown>>(
    'list_categories',
    'SELECT code, name, short_name AS "shortName" FROM categories ORDER BY position, name',
    [],
  )
