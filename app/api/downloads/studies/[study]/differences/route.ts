import { studyDownload } from '../../../study-download'
import { tableDownload } from '../../../table-download'

export const dynamic = 'force-dynamic'

/** Paired differences, in any `?format=`. */
export const GET = studyDownload((access, asked) => tableDownload(access, asked, 'differences'))
