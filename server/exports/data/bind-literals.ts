// COPY takes no parameters: this puts them into its text.

type Literal = string | number | boolean | null | readonly string[]

function literal(value: Literal): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('not a number that SQL knows')
    return String(value)
  }
  if (typeof value !== 'string') return `ARRAY[${value.map(literal).join(', ')}]::text[]`
  if (value.includes('\0')) throw new Error('PostgreSQL has no text with NUL')
  const quoted = value.replace(/'/g, "''")
  // A space before E: it must not become part of what stands before it.
  return value.includes('\\') ? ` E'${quoted.replace(/\\/g, '\\\\')}'` : `'${quoted}'`
}

/** The statement with `$1`, `$2` … as literals, whatever the values hold. @throws Error for a number that is missing */
export const bindLiterals = (text: string, values: readonly Literal[]): string =>
  text.replace(/\$(\d+)/g, (_, number: string) => {
    const value = values[Number(number) - 1]
    if (value === undefined) throw new Error(`$${number} is missing`)
    return literal(value)
  })
