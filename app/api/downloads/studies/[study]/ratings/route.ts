import { dataDownload } from '../../../data-download'
import { studyDownload } from '../../../study-download'

export const dynamic = 'force-dynamic'

/** Every rating in long form, in any `?format=` of data. `?all=true`: with what results are not made of. */
export const GET = studyDownload((access, asked) => dataDownload(access, asked, 'ratings'))
