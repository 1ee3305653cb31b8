import 'server-only'
import { type Rubric, type RubricPoint, rubricSchema } from '../../../criteria/checklist/schema'
import type { StudyAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { listOutdatedJudgments } from '../../review/queries/outdated-judgments'
import { getProtocol } from '../../studies/queries'
import { nextRubric, type PointChange, rubricChanges } from '../rubric-changes'

export interface RubricVersion extends Rubric {
  createdAt: Date
  /** Null: it came with a file, or from the command line. */
  createdBy: string | null
  /** Against the version before; of the first one: nothing. */
  changes: PointChange[]
}

export interface ItemRubric {
  /** The newest first; empty: the item has none. */
  versions: RubricVersion[]
  /** Whether a criterion of the protocol judges by it. */
  isJudgedBy: boolean
  /** Judgments that lack points of the newest version and are not with their annotators. */
  notReturned: number
}

/** The rubric of an item with all its versions. @throws not_found */
export async function getItemRubric(study: StudyAccess, itemId: string): Promise<ItemRubric> {
  await requireItem(study, itemId)
  const rows = await sql<{ version: number; points: unknown; createdAt: Date; createdBy: string | null }>(
    'item_rubrics',
    `SELECT r.version, r.points, r.created_at AS "createdAt", u.name AS "createdBy"
     FROM rubrics r LEFT JOIN users u ON u.id = r.created_by_id WHERE r.item_id = $1 ORDER BY r.version DESC`,
    [itemId],
  )
  const rubrics = rows.map(({ version, points, ...row }) => ({ ...row, ...rubricSchema.parse({ version, points }) }))
  const versions = rubrics.map((rubric, index) => {
    const before = rubrics[index + 1]
    return { ...rubric, changes: before ? rubricChanges(before.points, rubric.points) : [] }
  })
  const { criteria } = await getProtocol(study.studyId, study.protocolVersion)
  const [newest] = rubrics
  const canReturn = newest && (study.state === 'OPEN' || study.state === 'PAUSED')
  const outdated = canReturn ? await listOutdatedJudgments(db, itemId, criteria, newest) : []
  return {
    versions,
    isJudgedBy: criteria.some(criterion => criterion.kind === 'checklist' && criterion.points.from === 'item'),
    notReturned: outdated.filter(judgment => judgment.returnId === null).length,
  }
}

export interface RubricEffect {
  changes: PointChange[]
  /** Judgments that go back to their annotators, by annotator. */
  returned: { annotator: string; judgments: number }[]
  /** Drafts of the item that are being written. */
  drafts: number
}

/** What saving these points as a new version would do. Says no score, and names no model. @throws not_found */
export async function getRubricEffect(
  study: StudyAccess,
  { itemId, points }: { itemId: string; points: RubricPoint[] },
): Promise<RubricEffect> {
  await requireItem(study, itemId)
  const current = await findNewestRubric(db, itemId)
  const changes = rubricChanges(current?.points ?? [], points)
  const { criteria } = await getProtocol(study.studyId, study.protocolVersion)
  const outdated = await listOutdatedJudgments(db, itemId, criteria, nextRubric(current, points))
  const counts = new Map<string, number>()
  for (const { annotator } of outdated) counts.set(annotator, (counts.get(annotator) ?? 0) + 1)
  const drafts = await db.draft.count({
    where: { assignment: { itemId, state: { in: ['SHOWN', 'AHEAD', 'RETURNED'] } } },
  })
  return { changes, returned: [...counts].map(([annotator, judgments]) => ({ annotator, judgments })), drafts }
}

/** The version that an item is judged by; null: it has no rubric. */
export async function findNewestRubric(tx: Pick<typeof db, 'rubric'>, itemId: string): Promise<Rubric | null> {
  const row = await tx.rubric.findFirst({
    where: { itemId },
    orderBy: { version: 'desc' },
    select: { version: true, points: true },
  })
  return row && rubricSchema.parse(row)
}

async function requireItem(study: StudyAccess, itemId: string): Promise<void> {
  const known = await db.item.count({ where: { id: itemId, studyId: study.studyId } })
  if (known === 0) throw new DomainError('not_found', 'There is no such item.')
}
