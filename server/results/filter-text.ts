import type { ResultFilter, Without } from './filter'

const left: Record<Without, string> = {
  flagged: 'items that annotators flagged',
  'too-fast': 'judgments faster than their texts can be read',
  'identity-leak': 'responses that name their model or maker',
}

/** What a filter lets through, in sentences for whoever reads a table away from its page; '' for the whole study. */
export function filterText(filter: ResultFilter): string {
  const { languages, categories, annotators, withoutAnnotators, from, to, metadata, without } = filter
  const only = [
    languages && `languages ${languages.join(', ')}`,
    categories && `categories ${categories.map(name => (name === '-' ? '(none)' : name)).join(', ')}`,
    annotators && `annotators ${annotators.join(', ')}`,
    from && `judgments from ${from} on`,
    to && `judgments up to ${to}`,
    metadata && `items with ${metadata.map(({ key, value }) => `${key} = ${value}`).join(', ')}`,
  ].filter(Boolean)
  const not = [
    ...without.map(one => left[one]),
    ...(withoutAnnotators ? [`the judgments of ${withoutAnnotators.join(', ')}`] : []),
  ]
  return [only.length > 0 && `Only ${only.join('; ')}.`, not.length > 0 && `Without ${not.join('; ')}.`]
    .filter(Boolean)
    .join(' ')
}
