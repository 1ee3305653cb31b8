import type { Stretch } from './text-units'

const isInsideCharacter = (text: string, offset: number) =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1))

/** Whether a stretch lies within a text, in UTF-16 code units, and neither end stands inside a surrogate pair. */
export const fitsText = (text: string, { start, end }: Stretch): boolean =>
  start >= 0 &&
  start < end &&
  end <= text.length &&
  !(start > 0 && isInsideCharacter(text, start)) &&
  !isInsideCharacter(text, end)
