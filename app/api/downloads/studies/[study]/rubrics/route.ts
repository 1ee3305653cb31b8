import { studyDownload } from '../../../study-download'
import { tableDownload } from '../../../table-download'

export const dynamic = 'force-dynamic'

/** Scores by rubric. `?rows=rates`: how often points were met. `?format=`, `?criterion=`, `?judgments=adjudicated`. */
export const GET = studyDownload((access, asked) =>
  tableDownload(access, asked, asked.get('rows') === 'rates' ? 'rubric-rates' : 'rubric'),
)
