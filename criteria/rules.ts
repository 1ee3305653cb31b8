// The rules of every kind, by its name.
import { checklistRule } from './checklist/rule'
import { choiceRule } from './choice/rule'
import { commentRule } from './comment/rule'
import type { CriterionRule } from './criterion-rule'
import { preferenceRule } from './preference/rule'
import { rankingRule } from './ranking/rule'
import { scaleRule } from './scale/rule'
import type { Criterion, CriterionKind, CriterionOf } from './schema'
import { spansRule } from './spans/rule'

const rules: { [Kind in CriterionKind]: CriterionRule<CriterionOf<Kind>> } = {
  scale: scaleRule,
  checklist: checklistRule,
  preference: preferenceRule,
  ranking: rankingRule,
  choice: choiceRule,
  spans: spansRule,
  comment: commentRule,
}

/** The rule of a criterion's kind, for criteria of any kind. */
export const ruleOf = (criterion: Criterion) => rules[criterion.kind] as CriterionRule<Criterion>
