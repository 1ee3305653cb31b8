// Finds the category that a file means: by code, name, short name or alias, whatever the case and the punctuation.
import type { CategoryChoice } from './schema'

export interface CategoryNames {
  id: string
  code: string
  name: string
  shortName: string
  aliases: string[]
}

/** "Text_Processing " and "text processing" are one. */
export const foldCategory = (given: string): string =>
  given
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s_\-–—./]+/g, ' ')
    .trim()

export type CategoryMatch =
  | { kind: 'known'; code: string }
  /** Was chosen to be made; `code` is the one it will have. */
  | { kind: 'created'; code: string; name: string; shortName: string }
  | { kind: 'none' }
  | { kind: 'unknown' }

/** A code made of a name: letters and digits of any script, hyphens between. */
export const categoryCode = (name: string): string =>
  foldCategory(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'category'

/** Codes win over names, names over short names, those over aliases; what was chosen for the file wins over all. */
export function makeCategoryMatcher(categories: readonly CategoryNames[], choices: Record<string, CategoryChoice>) {
  const known = new Map<string, CategoryMatch>()
  const spellings: ((category: CategoryNames) => string[])[] = [
    category => category.aliases,
    category => [category.shortName],
    category => [category.name],
    category => [category.code],
  ]
  for (const spellingsOf of spellings)
    for (const category of categories)
      for (const spelling of spellingsOf(category))
        known.set(foldCategory(spelling), { kind: 'known', code: category.code })
  const codes = new Set(categories.map(category => category.code))
  for (const [folded, choice] of Object.entries(choices)) known.set(folded, chosen(choice, codes, known))
  return (given: string): CategoryMatch => {
    const folded = foldCategory(given)
    return folded === '' ? { kind: 'none' } : (known.get(folded) ?? { kind: 'unknown' })
  }
}

function chosen(choice: CategoryChoice, codes: Set<string>, known: Map<string, CategoryMatch>): CategoryMatch {
  if (choice.action === 'none') return { kind: 'none' }
  if (choice.action === 'map')
    return codes.has(choice.code) ? { kind: 'known', code: choice.code } : { kind: 'unknown' }
  // "Create" for a name that is there (made by an earlier import of the same file) means that one.
  const sameName = known.get(foldCategory(choice.name))
  if (sameName?.kind === 'known') return sameName
  return {
    kind: 'created',
    code: categoryCode(choice.name),
    name: choice.name,
    shortName: choice.shortName || choice.name.slice(0, 20),
  }
}
