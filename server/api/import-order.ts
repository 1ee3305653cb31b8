// What an address asks of an import, and what came of it.
import { foldCategory } from '../items/category-matcher'
import type { CategoryChoice, ImportOptionsInput, ImportProblem, ImportSummary } from '../items/schema'
import { DomainError } from '../platform/errors'
import { ApiProblem } from './api-problem'
import type { GivenFile } from './operation'
import { itemsOfLines } from './problem'

export interface ImportQuery {
  fileName?: string
  goodLines: string
  language?: string
  encoding: NonNullable<ImportOptionsInput['encoding']>
  mapCategory?: string | string[]
  createCategory?: string | string[]
}

const list = (value: string | string[] | undefined) => [value ?? []].flat()

function mapped(text: string): [string, CategoryChoice] {
  const at = text.indexOf('=')
  if (at < 1)
    throw new ApiProblem('bad-request', 'mapCategory must look like "name in the file=category code".', [
      { parameter: 'mapCategory', value: text, detail: 'There is no "=" in it.' },
    ])
  const code = text.slice(at + 1).trim()
  return [foldCategory(text.slice(0, at)), code === '' ? { action: 'none' } : { action: 'map', code }]
}

export const isCsv = (file: Pick<GivenFile, 'type'>): boolean => file.type === 'text/csv'

export const importOptionsOf = (query: ImportQuery, file: GivenFile): ImportOptionsInput => ({
  format: isCsv(file) ? 'csv' : 'jsonl',
  encoding: query.encoding,
  defaultLanguage: query.language ?? null,
  categories: {
    ...Object.fromEntries(
      list(query.createCategory).map((name): [string, CategoryChoice] => [
        foldCategory(name),
        { action: 'create', name },
      ]),
    ),
    ...Object.fromEntries(list(query.mapCategory).map(mapped)),
  },
  goodLinesOnly: query.goodLines === 'true',
})

export const fileNameOf = (query: { fileName?: string }, file: GivenFile): string =>
  query.fileName ?? (isCsv(file) ? 'api.csv' : 'api.jsonl')

/** What is told of an import, line by line. @throws invalid when it was refused and not merely tried */
export function importReport(
  result: { status: string; importId: string | null; summary: ImportSummary; problems: ImportProblem[] },
  isTry: boolean,
) {
  const { status, importId, summary, problems } = result
  if (status === 'refused' && !isTry)
    throw new DomainError('invalid', 'Nothing was imported: correct the errors, or send it with goodLines=true.', {
      problems,
      counts: summary.problems,
    })
  return { status, importId, summary, problems: itemsOfLines(problems) }
}
