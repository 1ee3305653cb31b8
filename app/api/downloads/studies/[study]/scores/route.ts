import { studyDownload } from '../../../study-download'
import { tableDownload } from '../../../table-download'

export const dynamic = 'force-dynamic'

/** The score tables. `?format=`, `?criterion=`, `?judgments=adjudicated`. */
export const GET = studyDownload((access, asked) => tableDownload(access, asked, 'scores'))
