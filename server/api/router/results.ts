import 'server-only'
import { z } from 'zod'
import { readResultTables } from '../../exports/queries/result-tables'
import { resultNameSchema } from '../../exports/schema'
import { importJudgments } from '../../results/commands/import-judgments'
import { readResultFilter } from '../../results/filter'
import { type JudgmentCursor, judgmentCursor } from '../judgment-body'
import { studyOperation } from '../operation'
import { listJudgments } from '../queries/list-judgments'
import { recordedOptionsOf, textOf } from '../recorded-order'
import { resultFile, tableTypes } from '../result-file'
import { filterQuery } from '../schema/filter'
import { importedJudgmentsSchema, importJudgmentsQuery, judgmentSchema } from '../schema/judgments'

const tag = 'Judgments and results'

/** As on the command line: "comparisons" is another name of "head-to-head". */
const tableParameter = z
  .enum([...resultNameSchema.options, 'comparisons'])
  .transform(name => (name === 'comparisons' ? ('head-to-head' as const) : name))

export const resultOperations = [
  studyOperation(
    {
      id: 'listJudgments',
      method: 'GET',
      path: '/studies/{study}/judgments',
      tag,
      summary: 'Judgments with their ratings, in the order of their submission',
      about: 'Withheld while the study is blind.',
      query: {
        ...filterQuery,
        all: z.enum(['true', 'false']).default('false').describe('Also what results are not made of.'),
      },
      answered: { kind: 'page', row: judgmentSchema, cursor: judgmentCursor, lines: true },
    },
    ({ query, page: { limit, after } }, study) =>
      listJudgments(
        study,
        { all: query.all === 'true', filter: readResultFilter(query) },
        { limit, after: after as JudgmentCursor | null },
      ),
  ),
  studyOperation(
    {
      id: 'importJudgments',
      method: 'POST',
      path: '/studies/{study}/judgments',
      tag,
      summary: 'Import judgments that were made elsewhere',
      about:
        'CSV or JSON lines as in docs/formats.md, into a draft or a closed study. All or nothing; the same file again changes nothing.',
      query: importJudgmentsQuery,
      file: { types: ['text/csv', 'application/x-ndjson', 'application/jsonl'], about: 'Judgments, a line each.' },
      answered: { kind: 'json', status: 200, schema: importedJudgmentsSchema },
    },
    async ({ query, file }, study) => importJudgments(study, await textOf(file), recordedOptionsOf(query, file)),
  ),
  studyOperation(
    {
      id: 'getResults',
      method: 'GET',
      path: '/studies/{study}/results/{table}',
      tag,
      summary: 'A table of results',
      about: 'Withheld while the study is blind. The same data give the same bytes.',
      parameters: { table: tableParameter },
      query: {
        criterion: z.string().max(40).optional().describe('Where the study has several of a kind.'),
        ...filterQuery,
        intervals: z.enum(['true', 'false']).default('true').describe('In Markdown, LaTeX and workbooks.'),
      },
      answered: { kind: 'file', formats: tableTypes, about: 'The table, as docs/formats.md describes it.' },
    },
    async ({ path, query, format }, study) =>
      resultFile(
        study.slug,
        await readResultTables(study, path.table, { criterion: query.criterion, filter: readResultFilter(query) }),
        format,
        query.intervals,
      ),
  ),
]
