import { languagePair } from '@/server/assignments/language-pair'

/** "Chinese (zh)" in the reader's language, "English → Chinese (en → zh)"; a tag that has no name stands for itself. */
export function languageName(key: string, locale: string): string {
  const { source, target } = languagePair(key)
  const nameOf = (tag: string) => {
    try {
      return new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(tag)
    } catch {
      return undefined
    }
  }
  const name = nameOf(target)
  if (source === null) return name ? `${name} (${target})` : target
  return `${nameOf(source) ?? source} → ${name ?? target} (${source} → ${target})`
}
