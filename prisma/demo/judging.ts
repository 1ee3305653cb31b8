// The demo's people judge as in the product: each gets what is given to them, and submits it.
import { continueStudy } from '@/server/assignments/commands/lease-assignment'
import { sendMessage } from '@/server/item-messages/commands'
import { revealAssignment } from '@/server/judgments/commands/reveal-assignment'
import { submitJudgment } from '@/server/judgments/commands/submit-judgment'
import { startSignIn } from '@/server/people/commands/start-sign-in'
import { requireAssignment, requireMember } from '@/server/people/queries'
import { db } from '@/server/platform/db'
import { randomId } from '@/server/platform/randomness'
import type { Answering } from './answers'
import { seeAssignment } from './seen-assignment'

/** Judges an assignment as `answer` says. Returns what is on the screen then; null: nothing is left for this person. */
async function judge(signInId: string, assignmentId: string, answer: Answering): Promise<string | null> {
  const { ratings, activeSeconds, after, question } = answer(await seeAssignment(assignmentId))
  // As if it had been on the screen for as long.
  const shownAt = new Date(Date.now() - activeSeconds * 1000)
  await db.assignment.updateMany({ where: { id: assignmentId }, data: { shownAt } })
  const activeMs = activeSeconds * 1000
  let access = await requireAssignment(signInId, assignmentId)
  if (question) await sendMessage(access, question)
  const submit = (content: { ratings: typeof ratings }) =>
    submitJudgment(access, { key: randomId(), content, activeMs })
  let submitted = await submit({ ratings })
  if (submitted.status === 'not_revealed') {
    await revealAssignment(access, { content: { ratings }, activeMs })
    access = await requireAssignment(signInId, assignmentId)
    submitted = await submit({ ratings: after ?? ratings })
  }
  if (submitted.status !== 'submitted') throw new Error(`a demo judgment was refused: ${submitted.status}`)
  return submitted.next
}

async function begin(signInId: string, slug: string): Promise<string | null> {
  const got = await continueStudy(await requireMember(signInId, slug))
  return got.status === 'assignment' ? got.assignment : null
}

/** So many items of one person, as they come. */
export async function judgeSome(slug: string, userId: string, most: number, answer: Answering) {
  const signInId = await startSignIn(db, userId, null)
  let next = await begin(signInId, slug)
  for (let count = 0; next && count < most; count++) next = await judge(signInId, next, answer)
  await db.signIn.deleteMany({ where: { id: signInId } })
}

/** Everybody judges in turn until nothing is left. */
export async function judgeAll(slug: string, annotators: readonly string[], answer: Answering) {
  let people = await Promise.all(
    annotators.map(async userId => {
      const signInId = await startSignIn(db, userId, null)
      return { signInId, next: await begin(signInId, slug) }
    }),
  )
  const signIns = people.map(person => person.signInId)
  while (people.length > 0) {
    for (const person of people) if (person.next) person.next = await judge(person.signInId, person.next, answer)
    people = people.filter(person => person.next)
  }
  await db.signIn.deleteMany({ where: { id: { in: signIns } } })
}
