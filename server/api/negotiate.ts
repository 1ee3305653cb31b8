// Which representation an Accept header asks for.

interface Wish {
  type: string
  quality: number
}

function readAccept(header: string | null): Wish[] {
  return (header ?? '*/*')
    .split(',')
    .map(part => {
      const [type = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase())
      const quality = parameters.find(parameter => parameter.startsWith('q='))
      return { type, quality: quality ? Number(quality.slice(2)) || 0 : 1 }
    })
    .filter(({ type, quality }) => type !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
}

const covers = (wish: string, type: string) =>
  wish === '*/*' || wish === type || (wish.endsWith('/*') && type.startsWith(wish.slice(0, -1)))

/** The best of `types` for the header, in its order of preference, then in theirs; null: none will do. */
export function negotiate(header: string | null, types: readonly string[]): string | null {
  for (const wish of readAccept(header)) {
    const found = types.find(type => covers(wish.type, type))
    if (found) return found
  }
  return null
}
