// How a column of a query becomes a cell of CSV, or a member of JSON, within the database.
import type { DataColumn } from './data-column'

// What JavaScript's \s matches, spelled out: PostgreSQL's own depends on the locale.
const space = '\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff'

/**
 * The same as `neutralCell`, in SQL. Most texts begin with a letter or a digit, which is seen without a pattern.
 * `cell` stands in the text several times: a column, not a computation.
 */
export const neutralSql = (cell: string): string =>
  `CASE WHEN ascii(${cell}) BETWEEN 48 AND 57 OR ascii(${cell}) BETWEEN 65 AND 126 THEN ${cell}
     WHEN ${cell} ~ '^''*[${space}]*[-=+@\\t\\r]' THEN '''' || ${cell} ELSE ${cell} END`

const time = (cell: string) => `to_char(${cell} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const quoted = (name: string) => `"${name}"`

/** One cell of CSV. Texts are neutralised; numbers stay numbers; lists are joined by "|", objects are JSON. */
export function csvCellSql({ name, type }: DataColumn): string {
  const cell = quoted(name)
  if (type === 'text') return neutralSql(cell)
  if (type === 'time') return time(cell)
  if (type === 'flag') return `CASE WHEN ${cell} THEN 'true' WHEN NOT ${cell} THEN 'false' END`
  if (type === 'texts')
    return `(SELECT ${neutralSql('l.joined')} FROM (SELECT array_to_string(${cell}, '|') AS joined) l)`
  return cell
}

/** One member of a JSON object, with its name. */
export const jsonMemberSql = ({ name, type }: DataColumn): string =>
  type === 'time' ? `${time(quoted(name))} AS ${quoted(name)}` : quoted(name)
