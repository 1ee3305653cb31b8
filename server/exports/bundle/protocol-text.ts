// The protocol of a study in sentences.
import type { Criterion } from '../../../criteria/schema'
import type { Protocol } from '../../studies/schema'
import { count } from './markdown-parts'

/** What is asked by one criterion; `withAnchors`: also the words that stood at values of a scale. */
export function criterionText(criterion: Criterion, withAnchors: boolean): string {
  const of = criterion.scope === 'item' ? 'of the item as a whole' : 'of each response'
  switch (criterion.kind) {
    case 'scale': {
      const anchors = withAnchors && criterion.anchors.map(({ value, text }) => `${value}: ${text}`).join('; ')
      return `a score ${of}, ${criterion.min} to ${criterion.max} in steps of ${criterion.step}${anchors ? `. Anchors: ${anchors}` : ''}`
    }
    case 'preference':
      return `which of two responses is better, with a tie${criterion.strengths.length > 1 ? `, in ${criterion.strengths.length} strengths per side` : ''}`
    case 'ranking':
      return 'an order of all responses, ties allowed'
    case 'checklist':
      return `a checklist of points ${of}, ${criterion.points.from === 'item' ? 'each item having its own rubric' : `${count(criterion.points.points.length, 'point')} that are the same for all items`}`
    case 'choice':
      return `labels ${of}: ${criterion.options.map(({ label }) => label).join(', ')}`
    case 'spans':
      return `marks of errors in the text, by category and severity (${criterion.severities.map(({ label, weight }) => `${label}: ${weight}`).join(', ')})`
    case 'comment':
      return `a comment ${of}`
  }
}

/** How items were put before annotators. */
export function designText(protocol: Protocol): string {
  const { comparison, overlap, annotatorsPerItem, order } = protocol
  const shown =
    comparison.show === 'all'
      ? 'All responses to an item were shown together'
      : comparison.design === 'every-pair'
        ? 'Responses were shown in pairs, every pair of an item once per place'
        : `Responses were shown in pairs, ${comparison.pairsPerItem ?? 'several'} per item, each response equally often`
  const slots =
    order === 'balanced'
      ? 'drawn from a secret seed and balanced within language and category, each model in each slot equally often'
      : 'drawn at random from a secret seed'
  const more =
    overlap.extraAnnotators > 0 && (overlap.share > 0 || overlap.minimumPerLanguage > 0)
      ? ` ${(overlap.share * 100).toFixed(0)} % of the items (at least ${overlap.minimumPerLanguage} per language) had ${overlap.extraAnnotators} more.`
      : ''
  return `${shown}, under letters, without the names of models and without reasoning. The order of slots was ${slots}. Identical responses shared a slot. Each item was judged by ${count(annotatorsPerItem, 'annotator')}.${more}`
}

/**
 * What counts of responses that are no plain answers. `isSettledBefore`: it was decided before the first judgment, and not
 * changed since.
 */
export function statusText({ statusRules }: Protocol, isSettledBefore: boolean): string {
  const words = { judged: 'taken as they were judged', minimum: 'scored the minimum', missing: 'left out' }
  const { refused, truncated, failed } = statusRules
  return `${isSettledBefore ? 'Decided before the study opened' : 'By the protocol of the study'}: refused responses were ${words[refused]}, truncated ones ${words[truncated]}, failed ones ${words[failed]}; responses that were not collected are never 0.`
}
