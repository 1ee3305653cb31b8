import { canonicalJson } from '@/server/audit/canonical-json'
import type { JudgmentContent } from '@/server/judgments/schema'

/** Equal as judgments: the same ratings in any order. */
export function sameContent(a: JudgmentContent, b: JudgmentContent): boolean {
  const sorted = (content: JudgmentContent) =>
    content.ratings
      .filter(rating => rating.text === undefined || rating.text !== '')
      .map(({ criterion, slot, value, text, choice, cannotJudge }) =>
        canonicalJson([slot, criterion, value ?? null, text ?? null, choice ?? null, cannotJudge ?? null]),
      )
      .sort()
      .join('\n')
  return sorted(a) === sorted(b)
}
