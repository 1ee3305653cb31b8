import { dataDownload } from '../../../data-download'
import { studyDownload } from '../../../study-download'
import { tableDownload } from '../../../table-download'

export const dynamic = 'force-dynamic'

/** Who beat whom, as a table in any `?format=`. `?rows=items`: data, one row per item and pair of models. */
export const GET = studyDownload((access, asked) =>
  asked.get('rows') === 'items'
    ? dataDownload(access, asked, 'comparisons')
    : tableDownload(access, asked, 'head-to-head'),
)
