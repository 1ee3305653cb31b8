import { useTranslations } from 'next-intl'
import { formatSteps } from '@/criteria/scale/steps'
import type { ItemSelection } from '@/server/results/items/item-selection'
import type { ResultItems } from '@/server/results/queries/list-result-items'

/** What a list of items is of, as a heading and as the conditions under it. */
export function useSelectionWords(
  { model, pair, outcome, score, label, filter }: ItemSelection,
  { models, criterion, ties }: Pick<ResultItems, 'models' | 'criterion' | 'ties'>,
): { title: string; conditions: string[] } {
  const t = useTranslations('resultItems')
  const nameOf = (id: string | undefined) => models.find(one => one.id === id)?.name ?? ''
  const own = nameOf(model)
  const title = () => {
    const [first, second] = [nameOf(pair?.[0]), nameOf(pair?.[1])]
    if (pair) return outcome ? t('ofOutcome', { outcome, first, second }) : t('ofPair', { first, second })
    if (!model) return t('all')
    if (outcome) return t('ofModelOutcome', { outcome, model: own })
    if (score !== undefined && criterion?.kind === 'scale')
      return t('ofScore', { model: own, score: formatSteps(score, criterion) })
    if (label === undefined) return t('ofModel', { model: own })
    const named = criterion?.kind === 'choice' ? criterion.options.find(one => one.id === label)?.label : undefined
    return t('ofLabel', { model: own, label: named ?? label })
  }
  const isFiltered = Object.entries(filter).some(
    ([key, value]) => key !== 'judgments' && value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return {
    title: title(),
    conditions: [
      ...(criterion ? [t('by', { criterion: criterion.label })] : []),
      ...(ties?.isExploratory ? [t('threshold', { threshold: ties.value, usual: ties.usual })] : []),
      ...(isFiltered ? [t('filtered')] : []),
      ...(filter.judgments === 'adjudicated' ? [t('adjudicated')] : []),
    ],
  }
}
