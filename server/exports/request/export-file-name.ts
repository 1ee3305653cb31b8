// What the file of an export is called.
import { writeResultFilter } from '../../results/filter'
import type { ExportFormat, ExportRequest } from '../schema'

const ending = (format: ExportFormat) => (format === 'latex' ? 'tex' : format)

/** Of letters, digits, hyphens and a dot alone, as slugs are: safe in every file system, archive and header. */
export function exportFileName(study: string, { kind, format, filter, options }: ExportRequest): string {
  const isFiltered = writeResultFilter({ ...filter, judgments: 'original' }).size > 0
  const parts = [
    study,
    kind.replace(/^table:/, ''),
    options.all && kind === 'ratings' ? 'all' : '',
    filter.judgments === 'adjudicated' ? 'adjudicated' : '',
    isFiltered ? 'filtered' : '',
    options.annotators === 'email' ? 'with-names' : '',
  ]
  return `${parts.filter(part => part !== '').join('-')}.${ending(format)}`
}
