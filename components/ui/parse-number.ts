/** Zeros of the digits that keyboards of other scripts type: Arabic, Persian, Devanagari, full width. */
const digitZeros = [0x660, 0x6f0, 0x966, 0xff10]

/** The number that was typed, with digits of any of these scripts and a point or comma; null when it is none. */
export function parseNumber(text: string): number | null {
  const western = [...text.trim()].map(character => {
    const code = character.charCodeAt(0)
    const zero = digitZeros.find(start => code >= start && code <= start + 9)
    return zero === undefined ? character : String(code - zero)
  })
  const plain = western
    .join('')
    .replace(/[,٫，]/, '.')
    .replace('−', '-')
  const number = Number(plain)
  return plain === '' || !Number.isFinite(number) ? null : number
}
