/** Names that a workbook takes: at most 31 characters, none of []:*?/\, no apostrophe at the ends, no two alike. */
export function sheetNames(captions: readonly string[]): string[] {
  const taken = new Set<string>()
  return captions.map(caption => {
    const clean = caption
      .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
      .replace(/ {2,}/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` ${number}`
      const name = `${cut(clean || 'Table', 31 - end.length)}${end}`
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}

/** Never in the middle of a character. */
function cut(text: string, units: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > units) break
    kept += character
  }
  return kept.replace(/[\s']+$/, '')
}
