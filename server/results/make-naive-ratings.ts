import type { Protocol } from '../studies/schema'
import type { ResultFilter } from './filter'
import type { RawStudy } from './make-random-study'
import { statusLists } from './queries/rated-responses'

export interface NaiveRating {
  item: RawStudy['items'][number]
  modelId: string
  annotator: string
  activeMs: number | null
  judgmentId: string
  steps: number
  length: number
}

/** Every score that counts under a filter, in the plainest words. Texts that leak an identity are told by their beginning. */
export function makeNaiveRatings(study: RawStudy, protocol: Protocol, filter: ResultFilter): NaiveRating[] {
  const { minimum, missing } = statusLists(protocol)
  const without = (what: ResultFilter['without'][number]) => filter.without.includes(what)
  const names = namesOf(study)
  const isBy = (name: string | null, list: readonly string[]) =>
    list.includes(name ?? 'recorded') || list.includes(names.get(name) ?? '')
  const items = study.items.filter(
    item =>
      item.isStudy &&
      (filter.languages?.includes(item.language) ?? true) &&
      (filter.categories?.includes(item.category ?? '-') ?? true) &&
      !(without('flagged') && item.isFlagged) &&
      [...new Set(filter.metadata?.map(({ key }) => key))].every(key =>
        filter.metadata?.some(one => one.key === key && item.metadata[key] === one.value),
      ),
  )
  const judgments = study.judgments.filter(judgment => {
    const day = judgment.submittedAt.toISOString().slice(0, 10)
    return (
      judgment.isCurrent &&
      !judgment.isExcluded &&
      judgment.occasion === 'FIRST' &&
      (!filter.annotators || isBy(judgment.annotator, filter.annotators)) &&
      !(filter.withoutAnnotators && isBy(judgment.annotator, filter.withoutAnnotators)) &&
      (!filter.from || day >= filter.from) &&
      (!filter.to || day <= filter.to) &&
      !(without('too-fast') && judgment.isTooFast)
    )
  })
  return judgments.flatMap(judgment => {
    const item = items.find(one => one.id === judgment.itemId)
    if (!item) return []
    return study.responses
      .filter(
        response =>
          response.itemId === item.id &&
          !missing.includes(response.status) &&
          !(without('identity-leak') && /^(I am ChatGPT|As Birch 7)/.test(response.text)),
      )
      .flatMap(response => {
        const of = judgment.origin === 'LIVE' ? response.representativeId : response.id
        const value = minimum.includes(response.status)
          ? 0
          : (judgment.ratings.find(rating => rating.responseId === of)?.value ?? null)
        const annotator =
          judgment.origin === 'LIVE' ? (judgment.annotator ?? '') : (names.get(judgment.annotator) ?? '')
        const activeMs = judgment.origin === 'LIVE' ? judgment.activeMs : null
        const { modelId, text } = response
        return value === null
          ? []
          : [{ item, modelId, annotator, activeMs, judgmentId: judgment.id, steps: value, length: text.length }]
      })
  })
}

/** Recorded annotators as exports number them: in the order in which they first judged. */
function namesOf(study: RawStudy): Map<string | null, string> {
  const recorded = study.judgments.filter(one => one.origin === 'RECORDED' && one.isCurrent && one.annotator !== null)
  const first = new Map<string, number>()
  for (const { annotator, submittedAt } of recorded)
    if (annotator !== null) first.set(annotator, Math.min(first.get(annotator) ?? Infinity, submittedAt.getTime()))
  const order = [...first].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([label]) => label)
  return new Map<string | null, string>([
    [null, 'recorded'],
    ...order.map((label, at) => [label, `recorded-${at + 1}`] as const),
  ])
}
