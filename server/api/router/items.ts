import 'server-only'
import { z } from 'zod'
import { importFile } from '../../items/commands/import-file'
import { listItemsAfter } from '../../items/queries/list-items-after'
import { getModels } from '../../items/queries/models'
import { itemPurposeSchema } from '../../items/schema'
import { byPosition, positionAfter, positionCursor } from '../by-position'
import { fileNameOf, importOptionsOf, importReport } from '../import-order'
import { studyOperation } from '../operation'
import { getWholeItem } from '../queries/get-whole-item'
import { importQuery, importReportSchema, itemSchema, itemWithResponsesSchema, modelSchema } from '../schema/items'

const tag = 'Items and models'

export const itemOperations = [
  studyOperation(
    {
      id: 'listItems',
      method: 'GET',
      path: '/studies/{study}/items',
      tag,
      summary: 'The items, in the order of their import',
      query: {
        language: z.string().max(40).optional(),
        category: z.string().max(80).optional().describe('A short name or code; "-": without one.'),
        purpose: itemPurposeSchema.optional(),
      },
      answered: { kind: 'page', row: itemSchema, cursor: positionCursor, lines: true },
    },
    async ({ query, page: { limit, after } }, study) =>
      byPosition(await listItemsAfter(study, query, { position: positionAfter(after), limit }), limit),
  ),
  studyOperation(
    {
      id: 'importItems',
      method: 'POST',
      path: '/studies/{study}/items',
      tag,
      summary: 'Import items and their responses',
      about:
        'JSON lines or CSV as in docs/formats.md, streamed. All or nothing, unless goodLines is given; the same file again changes nothing. A refused file is a problem whose `errors` name line, field, value and fix.',
      query: importQuery,
      file: { types: ['application/x-ndjson', 'application/jsonl', 'text/csv'], about: 'Items, a line each.' },
      answered: { kind: 'json', status: 200, schema: importReportSchema },
    },
    async ({ query, file }, study) =>
      importReport(
        await importFile({
          study,
          source: { fileName: fileNameOf(query, file), byteSize: file.byteSize, read: file.read },
          options: importOptionsOf(query, file),
          dryRun: query.dryRun === 'true',
        }),
        query.dryRun === 'true',
      ),
  ),
  studyOperation(
    {
      id: 'getItem',
      method: 'GET',
      path: '/studies/{study}/items/{item}',
      tag,
      summary: 'One item with its responses',
      about: 'While the study is blind, responses have letters in an order that says nothing about models.',
      parameters: { item: z.string().max(400).describe('Its id, or the name that its file gave it.') },
      answered: { kind: 'json', status: 200, schema: itemWithResponsesSchema },
    },
    ({ path }, study) => getWholeItem(study, path.item),
  ),
  studyOperation(
    {
      id: 'listModels',
      method: 'GET',
      path: '/studies/{study}/models',
      tag,
      summary: 'The models, with what was imported of each',
      answered: { kind: 'json', status: 200, schema: z.object({ models: z.array(modelSchema) }) },
    },
    (_, study) => getModels(study),
  ),
]
