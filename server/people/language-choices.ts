/** Languages to choose from, with their names in the reader's language and in their own. */

export interface LanguageChoice {
  /** BCP 47. */
  tag: string
  name: string
  /** What its speakers call it. */
  nativeName: string
}

// The two-letter languages that are written today, other large ones, and the variants that studies tell apart.
const tags =
  `aa ab af ak am an ar ar-EG as av ay az ba be bg bm bn bo br bs ca ce ceb ckb co cs cv cy da de de-AT de-CH dv dz
  ee el en en-AU en-GB en-IN en-US eo es es-419 es-ES es-MX et eu fa fa-AF ff fi fil fj fo fr fr-CA fr-FR fy ga gd gl gn gu gv
  ha he hi hr ht hu hy id ig ii is it iu ja jv ka kg ki kk kl km kn ko kr ks ku kw ky lb lg ln lo lt lu lv
  mg mi mk ml mn mr ms mt my nb nd ne nl nl-BE nn no nr nv ny oc om or os pa pl ps pt pt-BR pt-PT qu rm rn ro ru rw
  sa sc sd se sg si sk sl sm sn so sq sr sr-Cyrl sr-Latn ss st su sv sw ta te tg th ti tk tn to tr ts tt ty
  ug uk ur uz ve vi wo xh yi yo yue za zh zh-Hans zh-Hant zh-HK zh-TW zu`
    .split(/\s+/)
    .filter(Boolean)

function nameIn(locale: string, tag: string): string {
  return new Intl.DisplayNames([locale, 'en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag
}

/** All choices, in the order of their names in `locale`. */
export function listLanguageChoices(locale: string): LanguageChoice[] {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  return tags
    .map(tag => ({ tag, name: names.of(tag) ?? tag, nativeName: nameIn(tag, tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

/** The name of a language among `choices`, or its tag: one that is not among them was typed by somebody. */
export function languageName(tag: string, choices: readonly LanguageChoice[]): string {
  return choices.find(choice => choice.tag === tag)?.name ?? tag
}
