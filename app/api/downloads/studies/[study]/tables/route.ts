import { resultNameSchema } from '@/server/exports/schema'
import { DomainError } from '@/server/platform/errors'
import { studyDownload } from '../../../study-download'
import { tableDownload } from '../../../table-download'

export const dynamic = 'force-dynamic'

/** Any table of results by its name: `?table=labels`, `?format=`, `?criterion=`, and the filter of results. */
export const GET = studyDownload((access, asked) => {
  const table = resultNameSchema.safeParse(asked.get('table'))
  if (!table.success)
    throw new DomainError('invalid', `"table" is one of ${resultNameSchema.options.join(', ')}.`, {
      parameter: 'table',
    })
  return tableDownload(access, asked, table.data)
})
