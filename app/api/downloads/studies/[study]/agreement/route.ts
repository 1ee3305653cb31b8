import { studyDownload } from '../../../study-download'
import { tableDownload } from '../../../table-download'

export const dynamic = 'force-dynamic'

/** How far annotators agree: names no model, and so is open while the study is blind. `?format=`. */
export const GET = studyDownload((access, asked) => tableDownload(access, asked, 'agreement'))
