// From which width on responses stand side by side; reading area and score bar must agree. Written out, because the
// style sheet is made from the class names in the source.

interface Columns {
  /** For the responses. */
  grid: string
  /** For the score bar. */
  bar: string
  /** For what is shown only while they are not side by side. */
  onlyNarrow: string
  /** For score cells of responses that are not current. */
  onlyWide: string
  /** The same for cells of a table. */
  cellOnlyWide: string
  /** Between responses that stand side by side. */
  divider: string
}

const two: Columns = {
  grid: '@[40rem]:grid-cols-2',
  bar: '@[40rem]:grid-cols-2',
  onlyNarrow: '@[40rem]:hidden',
  onlyWide: 'hidden @[40rem]:flex',
  cellOnlyWide: 'hidden @[40rem]:table-cell',
  divider: '@[40rem]:not-first:border-s',
}
const three: Columns = {
  grid: '@[60rem]:grid-cols-3',
  bar: '@[60rem]:grid-cols-3',
  onlyNarrow: '@[60rem]:hidden',
  onlyWide: 'hidden @[60rem]:flex',
  cellOnlyWide: 'hidden @[60rem]:table-cell',
  divider: '@[60rem]:not-first:border-s',
}
const wide = {
  onlyNarrow: '@[78rem]:hidden',
  onlyWide: 'hidden @[78rem]:flex',
  cellOnlyWide: 'hidden @[78rem]:table-cell',
  divider: '@[78rem]:not-first:border-s',
}
const four = '@[78rem]:grid-cols-4'
// More than four scroll: each as wide as it would be among four.
const more = [
  '@[78rem]:grid-cols-[repeat(5,minmax(22rem,1fr))]',
  '@[78rem]:grid-cols-[repeat(6,minmax(22rem,1fr))]',
  '@[78rem]:grid-cols-[repeat(7,minmax(22rem,1fr))]',
  '@[78rem]:grid-cols-[repeat(8,minmax(22rem,1fr))]',
]

/** Class names for a number of responses, under a parent with `@container`. */
export function columnsWhenWide(responses: number): Columns {
  if (responses <= 1)
    return { grid: '', bar: '', onlyNarrow: 'hidden', onlyWide: 'flex', cellOnlyWide: '', divider: '' }
  if (responses === 2) return two
  if (responses === 3) return three
  const columns = responses === 4 ? four : (more[responses - 5] ?? four)
  return { grid: columns, bar: columns, ...wide }
}
