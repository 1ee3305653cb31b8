// Which formats each kind of export has.
import { type ExportFormat, type ExportKind, tableFormatSchema } from '../schema'

const rows = ['csv', 'jsonl', 'parquet'] as const satisfies readonly ExportFormat[]

/** The one that is offered first stands first. */
export function exportFormats(kind: ExportKind): readonly ExportFormat[] {
  if (kind.startsWith('table:')) return tableFormatSchema.options
  if (kind === 'bundle') return ['zip']
  if (kind === 'dataset-card') return ['md']
  // Conversations are nested; cells of CSV are not.
  if (kind === 'preferences') return ['jsonl', 'parquet']
  return rows
}
