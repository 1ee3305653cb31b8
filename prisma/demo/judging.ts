// How the demo's people judge: as judgments.jsonl says, by known answers, or without a look.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { continueStudy } from '@/server/assignments/commands/lease-assignment'
import { submitJudgment } from '@/server/judgments/commands/submit-judgment'
import type { JudgmentContent } from '@/server/judgments/schema'
import { startSignIn } from '@/server/people/commands/start-sign-in'
import { requireAssignment, requireMember } from '@/server/people/queries'
import { db } from '@/server/platform/db'
import { randomId } from '@/server/platform/randomness'

interface DemoJudgment {
  item: string
  annotator: string
  scores: Record<string, number>
  comments: Record<string, string>
  active_seconds: number
}

const judgments = readFileSync(path.join(process.cwd(), 'prisma', 'demo', 'judgments.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line) as DemoJudgment)

/** What a demo judgment says of the responses in the slots of an assignment. */
async function contentFor(assignmentId: string): Promise<Answer> {
  const { place } = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    include: { place: { include: { item: true } } },
  })
  const told = judgments.filter(judgment => judgment.item === place.item.externalId)[place.round - 1]
  if (!told) throw new Error(`there is no demo judgment ${place.round} of ${place.item.externalId}`)
  const sources = await db.responseSource.findMany({
    where: { responseId: { in: place.slotOrder } },
    select: { responseId: true, model: { select: { name: true } } },
  })
  const ratings: JudgmentContent['ratings'] = place.slotOrder.flatMap((responseId, index) => {
    const model = sources.find(source => source.responseId === responseId)?.model.name ?? ''
    const text = told.comments[model]
    const slot = index + 1
    const score = { criterion: 'score', slot, value: told.scores[model] ?? 0 }
    return text ? [score, { criterion: 'comment', slot, text }] : [score]
  })
  return { content: { ratings }, activeSeconds: told.active_seconds }
}

interface Answer {
  content: JudgmentContent
  activeSeconds: number
}

/** Ten for everything, after three seconds. */
export async function tenForAll(assignmentId: string): Promise<Answer> {
  const { place } = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId }, include: { place: true } })
  const ratings = place.slotOrder.map((_, index) => ({ criterion: 'score', slot: index + 1, value: 10 }))
  return { content: { ratings }, activeSeconds: 3 }
}

/** What the known answers ask for; elsewhere what the demo's judgments say. */
export async function carefully(assignmentId: string): Promise<Answer> {
  const { place } = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    include: { place: { include: { item: true } } },
  })
  if (place.item.purpose === 'STUDY') return contentFor(assignmentId)
  const sources = await db.responseSource.findMany({
    where: { responseId: { in: place.slotOrder } },
    select: { responseId: true, model: { select: { name: true } } },
  })
  const ratings: JudgmentContent['ratings'] = place.slotOrder.flatMap((responseId, index) => {
    const isPoor = sources.find(source => source.responseId === responseId)?.model.name === 'Larch-2'
    const slot = index + 1
    if (place.item.purpose === 'ATTENTION') return [{ criterion: 'score', slot, value: 5 }]
    const score = { criterion: 'score', slot, value: isPoor ? 2 : 8 }
    return isPoor ? [score, { criterion: 'comment', slot, text: 'This is wrong.' }] : [score]
  })
  return { content: { ratings }, activeSeconds: 60 }
}

/** So many items of one person, as they come. */
export async function judgeSome(slug: string, userId: string, most: number, answer: (id: string) => Promise<Answer>) {
  const signInId = await startSignIn(db, userId, null)
  for (let count = 0; count < most; count++) {
    const got = await continueStudy(await requireMember(signInId, slug))
    if (got.status !== 'assignment') break
    const { content, activeSeconds } = await answer(got.assignment)
    // As if it had been on the screen for as long.
    await db.assignment.update({
      where: { id: got.assignment },
      data: { shownAt: new Date(Date.now() - activeSeconds * 1000) },
    })
    const access = await requireAssignment(signInId, got.assignment)
    await submitJudgment(access, { key: randomId(), content, activeMs: activeSeconds * 1000 })
  }
  await db.signIn.deleteMany({ where: { id: signInId } })
}

/** Everybody judges in turn until nothing is left, as in the product. */
export async function judgeAll(slug: string, annotators: readonly string[]) {
  const signIns = await Promise.all(annotators.map(userId => startSignIn(db, userId, null)))
  for (let left = true; left; ) {
    left = false
    for (const signInId of signIns) {
      const got = await continueStudy(await requireMember(signInId, slug))
      if (got.status !== 'assignment') continue
      left = true
      const { content, activeSeconds } = await contentFor(got.assignment)
      const access = await requireAssignment(signInId, got.assignment)
      await submitJudgment(access, { key: randomId(), content, activeMs: 0 })
      await db.judgment.updateMany({
        where: { assignmentId: got.assignment },
        data: { activeMs: activeSeconds * 1000 },
      })
    }
  }
  await db.signIn.deleteMany({ where: { id: { in: signIns } } })
}
