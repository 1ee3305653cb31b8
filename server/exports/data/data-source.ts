// A query that gives the rows of a file of data.
import type { bindLiterals } from './bind-literals'
import type { DataColumn } from './data-column'

export interface DataSource {
  columns: readonly DataColumn[]
  /** Has exactly these columns, in this order, with these names; its rows in an order that hangs on nothing random. */
  text: string
  /** `$1`, `$2` … of both texts. */
  values: Parameters<typeof bindLiterals>[1]
  /** About how many rows there will be: one figure called `rows`. */
  count: string
  /** Where the database alone cannot make them: a row of `text`, which then has other columns, as the values of `columns`. */
  make?: (row: Record<string, unknown>) => unknown[]
}
