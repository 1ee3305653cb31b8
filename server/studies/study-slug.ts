// Names of studies as parts of addresses: readable, lower case, ASCII: the same in every address bar, shell and file system.

const mostLength = 60

/** "General chat, July (zh)" → "general-chat-july-zh". A name without a Latin letter or digit gives "study". */
export function slugify(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return words.slice(0, mostLength).replace(/^-+|-+$/g, '') || 'study'
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Addresses below /studies that are pages of their own. */
const reserved = new Set(['new'])

/** The slug itself, or with the first number from 2 on that is not taken. Never a page's own name and never like an id. */
export function uniqueSlug(name: string, taken: ReadonlySet<string>): string {
  const base = slugify(name)
  const isFree = (slug: string) => !taken.has(slug) && !reserved.has(slug) && !uuid.test(slug)
  if (isFree(base)) return base
  for (let number = 2; ; number++) if (isFree(`${base}-${number}`)) return `${base}-${number}`
}
