import { dataDownload } from '../../../data-download'
import { studyDownload } from '../../../study-download'

export const dynamic = 'force-dynamic'

/** Scores, one row per judgment × response, in any `?format=` of data. */
export const GET = studyDownload((access, asked) => dataDownload(access, asked, 'judgments'))
