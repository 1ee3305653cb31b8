import 'server-only'
import { type Criterion, type Rating, ratingSchema } from '../../../criteria/schema'
import type { Transaction } from '../../platform/db'
import type { SubmittedJudgment } from '../queries/submitted-judgments'
import { straightLines, uniformAnswer } from '../straight-lining'

/** So many judgments before the new ones can stand in a run with them. */
const before = 20

/** Marks the runs of one answer that new judgments of one person belong to, with what came before them. */
export async function markStraightLines(
  tx: Transaction,
  judgments: readonly SubmittedJudgment[],
  criteria: readonly Criterion[],
): Promise<void> {
  const last = judgments.at(-1)
  if (!last) return
  const recent = await tx.$queryRaw<
    { id: string; ratings: Pick<Rating, 'criterion' | 'slot' | 'value' | 'choice'>[] }[]
  >`
    SELECT j.id, (SELECT COALESCE(json_agg(json_build_object('criterion', r.criterion, 'slot', r.slot, 'value', r.value, 'choice', r.choice)), '[]')
      FROM ratings r WHERE r.judgment_id = j.id AND (r.value IS NOT NULL OR r.choice IS NOT NULL)) AS ratings
    FROM judgments j WHERE j.user_id = ${last.userId}::uuid AND j.study_id = ${last.studyId}::uuid AND j.is_current AND j.origin = 'LIVE'
      AND j.submitted_at <= ${last.submittedAt}
    ORDER BY j.submitted_at DESC, j.id DESC LIMIT ${judgments.length + before}`
  const ordered = recent.reverse()
  const answers = ordered.map(({ ratings }) =>
    uniformAnswer(
      ratings.map(rating =>
        ratingSchema.parse(Object.fromEntries(Object.entries(rating).filter(([, part]) => part !== null))),
      ),
      criteria,
    ),
  )
  const lines = straightLines(answers)
  const marked = ordered.filter((_, index) => lines[index]).map(judgment => judgment.id)
  if (marked.length > 0)
    await tx.$executeRaw`UPDATE judgment_checks SET straight_lined = true
      WHERE judgment_id = ANY (${marked}::uuid[]) AND NOT straight_lined`
}
