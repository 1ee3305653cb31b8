// What an item asks of an annotator's languages, as one key: "en", or "en>zh-Hans" for a translation.

export interface LanguagePair {
  /** Null: no translation. */
  source: string | null
  /** The language of the responses. */
  target: string
}

/** The key of an item; language_key() in the database says the same. */
export const languageKey = ({ source, target }: LanguagePair): string => (source ? `${source}>${target}` : target)

/** The languages of a key. */
export function languagePair(key: string): LanguagePair {
  const at = key.indexOf('>')
  return at < 0 ? { source: null, target: key } : { source: key.slice(0, at), target: key.slice(at + 1) }
}

/** A key as people read it: "en → zh-Hans". */
export const showLanguageKey = (key: string): string => key.replace('>', ' → ')
