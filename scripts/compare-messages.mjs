// What is wrong with a translated catalogue, beside the English one: missing and unknown keys, texts that do not parse,
// other arguments, and plural forms that the language needs and the text has not.
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** The texts of a catalogue by dotted key. */
export function flatten(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
}

function* elementsOf(elements) {
  for (const element of elements) {
    yield element
    if (element.type === TYPE.tag) yield* elementsOf(element.children)
    for (const option of Object.values(element.options ?? {})) yield* elementsOf(option.value)
  }
}

const showsCount = plural =>
  [...elementsOf(Object.values(plural.options).flatMap(option => option.value))].some(({ type }) => type === TYPE.pound)

/** The arguments of a text by name: "select" with its cases, "tag", "value" (shown), or "count" (only counted by). */
function argumentsOf(elements) {
  const found = new Map()
  for (const element of elementsOf(elements)) {
    if (element.type === TYPE.select)
      found.set(element.value, `select ${Object.keys(element.options).sort().join(' ')}`)
    else if (element.type === TYPE.tag) found.set(element.value, 'tag')
    else if (element.type === TYPE.plural && !showsCount(element))
      found.set(element.value, found.get(element.value) ?? 'count')
    else if (element.type !== TYPE.literal && element.type !== TYPE.pound) found.set(element.value, 'value')
  }
  return found
}

/** The categories that plurals of a text lack in a language; exact cases such as "=0" do not replace a category. */
function missingForms(elements, locale) {
  const missing = new Set()
  for (const element of elementsOf(elements)) {
    if (element.type !== TYPE.plural) continue
    const { pluralCategories } = new Intl.PluralRules(locale, { type: element.pluralType }).resolvedOptions()
    for (const form of pluralCategories) if (!(form in element.options)) missing.add(form)
  }
  return [...missing]
}

function compareText(english, text, locale) {
  let elements
  try {
    elements = parse(text)
  } catch (error) {
    return [`does not parse: ${error.message}`]
  }
  const problems = []
  const wanted = argumentsOf(parse(english))
  const given = argumentsOf(elements)
  // Where English only bends a noun by a number, another language may word it ("both files") or need none.
  for (const [name, kind] of wanted)
    if (given.get(name) !== kind && kind !== 'count')
      problems.push(`has {${name}} as ${given.get(name) ?? 'nothing'}, not ${kind}`)
  for (const name of given.keys()) if (!wanted.has(name)) problems.push(`has {${name}}, which is not given`)
  const forms = missingForms(elements, locale)
  if (forms.length > 0) problems.push(`lacks the plural forms ${forms.join(', ')}`)
  return problems
}

/** The problems of one catalogue of one locale, a line each; empty when there is none. */
export function compareMessages(english, translated, locale) {
  const texts = new Map(flatten(translated))
  const problems = []
  for (const [key, text] of flatten(english)) {
    const translation = texts.get(key)
    if (!translation) problems.push(`${key} is missing: ${text}`)
    else for (const problem of compareText(text, translation, locale)) problems.push(`${key} ${problem}`)
    texts.delete(key)
  }
  return [...problems, ...[...texts.keys()].map(key => `${key} is not in English`)]
}
