// PostgreSQL's COPY text format: one row per line, tabs between columns, \N for null.

const special = /[\\\t\n\r]/
const allSpecial = /[\\\t\n\r]/g
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A text as a column. */
export const copyText = (text: string): string =>
  special.test(text) ? text.replace(allSpecial, found => escapes[found] ?? found) : text

/** A text or null as a column. */
export const copyNullable = (text: string | null): string => (text === null ? '\\N' : copyText(text))

/** A text[] as a column. */
export const copyArray = (texts: readonly string[]): string =>
  copyText(`{${texts.map(text => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)

/** A bytea as a column. */
export const copyBytes = (bytes: Buffer): string => `\\\\x${bytes.toString('hex')}`

/** A jsonb as a column. */
export const copyJson = (value: unknown): string => copyText(JSON.stringify(value))

/** A jsonb or null as a column. */
export const copyNullableJson = (value: unknown): string => (value === null ? '\\N' : copyJson(value))
