// Writes rows as CSV (RFC 4180 quoting, line feeds).
import { stringify } from 'csv-stringify/sync'

export const csvLines = (rows: readonly (readonly string[])[]): string => stringify(rows as string[][])
