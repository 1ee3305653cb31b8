import { studyDownload } from '../../../study-download'
import { tableDownload } from '../../../table-download'

export const dynamic = 'force-dynamic'

/** Models on one scale, and mean ranks. `?format=`, `?criterion=`, `?language=`, `?judgments=adjudicated`. */
export const GET = studyDownload((access, asked) => tableDownload(access, asked, 'ranking'))
