import { afterAll, describe, expect, it } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { watchProgress } from './subscriptions'

afterAll(disconnect)

const makeWatched = async () => {
  const [admin, annotator] = [await makeSignedIn({ role: 'ADMIN' }), await makeSignedIn()]
  const study = await makeStudy({ items: [{}, {}, {}], memberIds: [annotator.userId] })
  const leaving = new AbortController()
  const readings = watchProgress(study.studyId, () => requireStudy(admin.signInId, study.studyId), leaving.signal)
  const judge = async () => {
    const got = await continueStudy(await makeMemberAccess(annotator.signInId, study.studyId))
    if (got.status !== 'assignment') throw new Error('nothing is left to judge')
    const ratings = study.modelIds.map((_, index) => ({ criterion: 'score', slot: index + 1, value: 5 }))
    await submitJudgment(await makeAssignmentAccess(annotator.signInId, got.assignment), {
      key: randomId(),
      content: { ratings },
      activeMs: 1000,
    })
  }
  const judged = async () => (await readings.next()).value?.judged
  return { admin, leaving, readings, judge, judged }
}

// Without hints a reading would come after ten seconds, which is longer than a test may take.
describe('the progress of a study, watched', () => {
  it('is told at once, and again after a submission', async () => {
    const { judge, judged, leaving } = await makeWatched()
    expect(await judged()).toBe(0)
    await judge()
    expect(await judged()).toBe(1)
    leaving.abort()
  })

  it('goes on after the listening connection was lost', async () => {
    const { judge, judged, leaving } = await makeWatched()
    expect(await judged()).toBe(0)
    await judge()
    expect(await judged()).toBe(1)
    await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'assay-listener' AND datname = current_database()`
    await judge()
    expect(await judged()).toBe(2)
    leaving.abort()
  })

  it('ends when the browser goes', async () => {
    const { leaving, readings, judged } = await makeWatched()
    await judged()
    const next = readings.next()
    leaving.abort()
    expect(await next).toEqual({ done: true, value: undefined })
  })

  it('ends for a person who may not look any more', async () => {
    const { admin, judge, judged } = await makeWatched()
    await judged()
    await db.signIn.updateMany({ where: { id: admin.signInId }, data: { revokedAt: new Date() } })
    await judge()
    await expect(judged()).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})
