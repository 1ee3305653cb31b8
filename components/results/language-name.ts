/** "Chinese (zh)" in the reader's language; a tag that has no name stands for itself. */
export function languageName(tag: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(tag)
    return name ? `${name} (${tag})` : tag
  } catch {
    return tag
  }
}
