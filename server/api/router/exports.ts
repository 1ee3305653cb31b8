import 'server-only'
import { z } from 'zod'
import { cancelExport, deleteExport } from '../../exports/commands/end-export'
import { requestExport } from '../../exports/commands/request-export'
import { getExport, listExports } from '../../exports/queries/list-exports'
import { openExportFile } from '../../exports/queries/open-export-file'
import { exportDownload } from '../export-download'
import { newestFirst, newestFirstCursor } from '../newest-first'
import { studyOperation } from '../operation'
import { exportBody, exportSchema, requestExportBody } from '../schema/exports'

const tag = 'Exports'
const parameters = { export: z.uuid() }

export const exportOperations = [
  studyOperation(
    {
      id: 'listExports',
      method: 'GET',
      path: '/studies/{study}/exports',
      tag,
      summary: 'The exports of a study, the newest first',
      about: 'At most the newest 100.',
      answered: { kind: 'page', row: exportSchema, cursor: newestFirstCursor, lines: false },
    },
    async ({ page }, study) => newestFirst((await listExports(study)).map(exportBody), page),
  ),
  studyOperation(
    {
      id: 'requestExport',
      method: 'POST',
      path: '/studies/{study}/exports',
      tag,
      summary: 'Have a file made',
      about: 'The same request while it is at work is the same export. Ask for it until its state is "ready".',
      body: requestExportBody,
      answered: { kind: 'json', status: 202, schema: exportSchema },
    },
    async ({ body }, study) => exportBody(await getExport(study, (await requestExport(study, body)).exportId)),
  ),
  studyOperation(
    {
      id: 'getExport',
      method: 'GET',
      path: '/studies/{study}/exports/{export}',
      tag,
      summary: 'How far an export is',
      parameters,
      answered: { kind: 'json', status: 200, schema: exportSchema },
    },
    async ({ path }, study) => exportBody(await getExport(study, path.export)),
  ),
  studyOperation(
    {
      id: 'downloadExport',
      method: 'GET',
      path: '/studies/{study}/exports/{export}/file',
      tag,
      summary: 'The file of an export that is ready',
      about: '`Range` with `If-Range` goes on where an interrupted download ended; the ETag is the SHA-256.',
      parameters,
      answered: { kind: 'download', about: 'The file.' },
    },
    async ({ path, headers }, study) => exportDownload(headers, await openExportFile(study, path.export)),
  ),
  studyOperation(
    {
      id: 'cancelExport',
      method: 'POST',
      path: '/studies/{study}/exports/{export}/cancel',
      tag,
      summary: 'End an export that is not ready yet',
      parameters,
      answered: { kind: 'none' },
    },
    ({ path }, study) => cancelExport(study, path.export),
  ),
  studyOperation(
    {
      id: 'deleteExport',
      method: 'DELETE',
      path: '/studies/{study}/exports/{export}',
      tag,
      summary: 'Remove an export that has ended, and its file',
      parameters,
      answered: { kind: 'none' },
    },
    ({ path }, study) => deleteExport(study, path.export),
  ),
]
