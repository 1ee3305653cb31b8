// Which items' languages a person may judge: BCP 47 by prefix, at a minimum proficiency; of a translation both.
import { type Proficiency, proficiencies } from '../people/schema'
import { languagePair } from './language-pair'

export interface SpokenLanguage {
  tag: string
  proficiency: Proficiency
}

/** `zh` covers `zh` and `zh-Hans`; `zh-Hans` does not cover `zh`. Case does not matter. */
export function coversLanguage(spoken: string, item: string): boolean {
  const have = spoken.toLowerCase()
  const want = item.toLowerCase()
  return want === have || want.startsWith(`${have}-`)
}

/** The languages that an annotator of an item must speak, by its key. */
export const neededLanguages = (key: string): string[] => {
  const { source, target } = languagePair(key)
  return source ? [source, target] : [target]
}

/** The keys of items among `wanted` whose languages the person speaks well enough. */
export function matchingLanguages(
  spoken: readonly SpokenLanguage[],
  wanted: readonly string[],
  minimum: Proficiency,
): string[] {
  const least = proficiencies.indexOf(minimum)
  const enough = spoken.filter(language => proficiencies.indexOf(language.proficiency) >= least)
  return wanted.filter(key =>
    neededLanguages(key).every(needed => enough.some(language => coversLanguage(language.tag, needed))),
  )
}

/** Orders each person's languages with the one that fewest people speak first (then by tag, so that it is stable). */
export function scarcestFirst(languagesByPerson: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const speakers = new Map<string, number>()
  for (const tags of languagesByPerson.values()) for (const tag of tags) speakers.set(tag, (speakers.get(tag) ?? 0) + 1)
  const count = (tag: string) => speakers.get(tag) ?? 0
  const byScarcity = (a: string, b: string) => count(a) - count(b) || (a < b ? -1 : a > b ? 1 : 0)
  return new Map([...languagesByPerson].map(([person, tags]) => [person, [...tags].sort(byScarcity)]))
}
