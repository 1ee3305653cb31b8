// Finds the criterion of a protocol that a row of a file judges by.
import type { CriterionKind, CriterionOf } from '../../../criteria/schema'
import type { ReadingContext } from './statement'

/** Which presets have a criterion of a kind, for whoever took another one. */
const presets: Record<CriterionKind, string | null> = {
  scale: 'general-chat or translation',
  checklist: 'expert-rubric',
  preference: 'preference',
  ranking: 'ranking',
  choice: null,
  spans: 'translation',
  comment: 'general-chat',
}

const words: Record<CriterionKind, string> = {
  scale: 'a scale',
  checklist: 'a checklist',
  preference: 'a preference',
  ranking: 'a ranking',
  choice: 'a choice',
  spans: 'marked spans',
  comment: 'a comment',
}

const same = (given: string, ...names: string[]) => names.some(name => name.toLowerCase() === given.toLowerCase())

/**
 * The criterion named by id or label; else of those that fit the one called "overall", the first that is always asked,
 * or the first. `scope`: whether the row judges a response or a whole item. Null, with a problem: there is none.
 */
export function chooseCriterion<Kind extends CriterionKind>(
  { criteria, refuse }: ReadingContext,
  kind: Kind,
  scope: 'response' | 'item',
  named: string | null,
  line: number,
): CriterionOf<Kind> | null {
  const ofKind = criteria.filter((criterion): criterion is CriterionOf<Kind> => criterion.kind === kind)
  if (ofKind.length === 0)
    return refuse(
      line,
      '',
      '',
      `This study's protocol has no ${words[kind].replace(/^an? /, '')} to import into.`,
      presets[kind]
        ? `Make a study with the preset ${presets[kind]}, or add ${words[kind]} to the protocol.`
        : `Add ${words[kind]} to the protocol of a draft.`,
    )
  if (named !== null) {
    const found = ofKind.find(({ id, label }) => same(named, id, label))
    if (!found) {
      const other = criteria.find(({ id, label }) => same(named, id, label))
      const known = ofKind.map(({ id }) => id).join(', ')
      return refuse(
        line,
        'criterion',
        named,
        other
          ? `The criterion "${other.id}" is ${words[other.kind]}; this file holds what belongs to ${words[kind]}.`
          : `This study has no criterion "${named}".`,
        `Use one of ${known}.`,
      )
    }
    return fits(found.scope, scope) ? found : refuseScope(refuse, line, scope)
  }
  const fitting = ofKind.filter(criterion => fits(criterion.scope, scope))
  return (
    fitting.find(({ id }) => id === 'overall') ??
    fitting.find(({ asked }) => asked === 1) ??
    fitting[0] ??
    refuseScope(refuse, line, scope)
  )
}

const fits = (own: 'response' | 'item', wanted: 'response' | 'item') => own === wanted

const refuseScope = (refuse: ReadingContext['refuse'], line: number, scope: 'response' | 'item') =>
  scope === 'item'
    ? refuse(
        line,
        'model',
        '',
        'The model is missing.',
        'Give its name in "model": the study judges each response. Or add a criterion to the draft that is rated once per item.',
      )
    : refuse(line, 'model', '', 'This study judges items as a whole here.', 'Leave the column "model" out.')
