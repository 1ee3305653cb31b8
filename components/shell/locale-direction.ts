/** The writing direction of a locale, by its language alone. */

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

export function localeDirection(locale: string): 'ltr' | 'rtl' {
  const language = locale.split('-', 1)[0]?.toLowerCase() ?? ''
  return rightToLeft.has(language) ? 'rtl' : 'ltr'
}
