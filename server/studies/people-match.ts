// Who of a study's people may judge which of its items, and whether that is enough.
import { coversLanguage, neededLanguages } from '../assignments/language-match'
import { languagePair } from '../assignments/language-pair'
import { type Proficiency, proficiencies } from '../people/schema'
import type { Protocol } from './schema'

/** Items that are alike to whoever looks for annotators. */
export interface ItemGroup {
  /** A key: "en", or "en>zh" for translations. */
  language: string
  /** A category's code; null: none. */
  category: string | null
  items: number
}

/** A group with what it takes to judge all of it once. */
export interface UnitGroup extends ItemGroup {
  /** Pairs, where two responses are compared; else the items themselves. */
  units: number
}

export interface StudyPerson {
  userId: string
  languages: { tag: string; proficiency: Proficiency }[]
  /** Codes of categories. */
  expertise: string[]
  /** Their own quota in this study; null: the protocol's. */
  quota: number | null
}

type Rules = Pick<
  Protocol,
  'annotatorsPerItem' | 'overlap' | 'minimumProficiency' | 'expertise' | 'quotaPerAnnotator' | 'quotaPerLanguage'
>

/** Why a person does not match a group of items. */
export type Mismatch = 'language' | 'proficiency' | 'expertise' | 'quota'

/** Null: the person may judge these items. */
export function mismatch(person: StudyPerson, group: ItemGroup, rules: Rules): Mismatch | null {
  const least = proficiencies.indexOf(rules.minimumProficiency)
  const spoken = neededLanguages(group.language).map(needed =>
    person.languages.filter(language => coversLanguage(language.tag, needed)),
  )
  if (spoken.some(languages => languages.length === 0)) return 'language'
  if (spoken.some(languages => languages.every(language => proficiencies.indexOf(language.proficiency) < least)))
    return 'proficiency'
  if (rules.expertise === 'require' && !(group.category && person.expertise.includes(group.category)))
    return 'expertise'
  return quotaIn(person, group.language, rules) === 0 ? 'quota' : null
}

/** The most judgments that a person may give in a language. */
function quotaIn(person: StudyPerson, language: string, rules: Rules): number {
  const own = person.quota ?? rules.quotaPerAnnotator ?? Number.POSITIVE_INFINITY
  return Math.min(own, rules.quotaPerLanguage[languagePair(language).target] ?? Number.POSITIVE_INFINITY)
}

/** How many units of a language × category get the extra judgments, before the least number per language is looked at. */
const sampled = (units: number, share: number) => Math.ceil(units * share - 1e-9)

export interface LanguageNeed {
  language: string
  items: number
  /** Judgments that its items need, the overlap included. */
  judgments: number
  /** Items (or pairs) judged more than k times. */
  overlapUnits: number
}

/** What each language needs, in the order of the tags. */
export function languageNeeds(groups: readonly UnitGroup[], rules: Rules): LanguageNeed[] {
  const { share, minimumPerLanguage, extraAnnotators } = rules.overlap
  const tags = [...new Set(groups.map(group => group.language))].sort()
  return tags.map(language => {
    const own = groups.filter(group => group.language === language)
    const items = own.reduce((sum, group) => sum + group.items, 0)
    const units = own.reduce((sum, group) => sum + group.units, 0)
    const byShare = own.reduce((sum, group) => sum + sampled(group.units, share), 0)
    const hasOverlap = extraAnnotators > 0 && share > 0
    const overlapUnits = hasOverlap ? Math.min(units, Math.max(byShare, minimumPerLanguage)) : 0
    return {
      language,
      items,
      overlapUnits,
      judgments: units * rules.annotatorsPerItem + overlapUnits * extraAnnotators,
    }
  })
}

export interface Shortage {
  language: string
  category: string | null
  items: number
  /** People who match, fewer than `needed`. */
  matching: number
  needed: number
}

/** Groups that fewer people match than `needed`. */
export function shortages(
  groups: readonly ItemGroup[],
  people: readonly StudyPerson[],
  rules: Rules,
  needed: number,
): Shortage[] {
  return groups.flatMap(group => {
    const matching = people.filter(person => mismatch(person, group, rules) === null).length
    return matching < needed ? [{ ...group, matching, needed }] : []
  })
}

/** How many judgments the people of a study can give in a language at most: nothing twice, quotas kept. */
export function languageCapacity(
  language: string,
  groups: readonly UnitGroup[],
  people: readonly StudyPerson[],
  rules: Rules,
): number {
  const own = groups.filter(group => group.language === language)
  return people.reduce((sum, person) => {
    const units = own.reduce((all, group) => all + (mismatch(person, group, rules) ? 0 : group.units), 0)
    return sum + Math.min(units, quotaIn(person, language, rules))
  }, 0)
}

/** What one person may judge of a study, by language, and what they may not and why. */
export interface PersonMatch {
  items: number
  matched: { language: string; items: number }[]
  missed: { language: string; items: number; why: Mismatch }[]
}

export function matchPerson(person: StudyPerson, groups: readonly ItemGroup[], rules: Rules): PersonMatch {
  const matched = new Map<string, number>()
  const missed = new Map<string, PersonMatch['missed'][number]>()
  for (const group of groups) {
    const why = mismatch(person, group, rules)
    if (why === null) matched.set(group.language, (matched.get(group.language) ?? 0) + group.items)
    else {
      const key = `${group.language} ${why}`
      missed.set(key, { language: group.language, why, items: (missed.get(key)?.items ?? 0) + group.items })
    }
  }
  return {
    items: [...matched.values()].reduce((sum, items) => sum + items, 0),
    matched: [...matched].map(([language, items]) => ({ language, items })),
    missed: [...missed.values()],
  }
}
