import { afterAll, describe, expect, test } from 'vitest'
import { checks, expected, judge, judgeAll, membership, plain, proceed, study } from '@/prisma/builders/checked-study'
import { makeSignedIn } from '@/prisma/builders/make-study'
import { refreshEligibility } from '../assignments/commands/refresh-eligibility'
import { db, disconnect } from '../platform/db'

afterAll(disconnect)

describe('training', () => {
  const training = [...checks('CALIBRATION', 2), ...checks('QUALIFICATION', 3)]

  test('calibration with feedback, then qualification without; who passes begins at once', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study(
      { gold: { minimumPerAnnotator: 1, every: 2 } },
      { items: [...plain(4), ...checks('GOLD', 1), ...training], memberIds: [person.userId] },
    )
    expect((await membership(person, studyId)).qualification).toBe('PENDING')
    const first = await judge(person, await proceed(person, studyId), false)
    expect(first).toMatchObject({
      status: 'submitted',
      nextContent: null,
      feedback: { passed: false, explanation: 'Alder leaves out half of it.', training: 'goes-on' },
    })
    if (!('feedback' in first)) throw new Error('no feedback')
    expect(first.feedback?.lines).toMatchObject([{ kind: 'order', expected: '3', given: '10 / 10', met: false }])
    expect(JSON.stringify(first)).not.toMatch(/Alder"|Birch/)
    expect(await judge(person, await proceed(person, studyId), true)).toMatchObject({ feedback: { passed: true } })
    for (let asked = 1; asked <= 2; asked++)
      expect(await judge(person, await proceed(person, studyId), true)).not.toHaveProperty('feedback')
    const last = await judge(person, await proceed(person, studyId), true)
    expect(last).toMatchObject({ feedback: { passed: null, lines: [], training: 'passed' }, next: expect.any(String) })
    expect(await membership(person, studyId)).toMatchObject({ qualification: 'PASSED', qualificationAttempts: 1 })
    const { items } = await judgeAll(person, studyId, true)
    expect(items.map(item => item.purpose).sort()).toEqual(['GOLD', 'STUDY', 'STUDY', 'STUDY', 'STUDY'])
    expect(items.findIndex(item => item.purpose === 'GOLD')).toBeLessThanOrEqual(2)
  })

  test('a failed attempt is followed by another with other orders, a second one ends it', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study({}, { items: [...plain(4), ...training], memberIds: [person.userId] })
    await judgeAll(person, studyId, false, 5)
    expect(await membership(person, studyId)).toMatchObject({ qualification: 'PENDING', qualificationAttempts: 1 })
    const { items, end } = await judgeAll(person, studyId, false)
    expect(items.map(item => item.purpose)).toEqual(['QUALIFICATION', 'QUALIFICATION', 'QUALIFICATION'])
    expect(end).toBe('not-qualified')
    expect((await membership(person, studyId)).qualification).toBe('FAILED')
    const audited = await db.auditEntry.findMany({ where: { studyId, action: { startsWith: 'training.' } } })
    expect(audited.map(entry => entry.action)).toEqual(['training.again', 'training.failed'])
  })

  test('whoever fails first and then does well gets in', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study({}, { items: [...plain(1), ...training], memberIds: [person.userId] })
    await judgeAll(person, studyId, false, 5)
    const { items } = await judgeAll(person, studyId, true)
    expect(items.at(-1)?.purpose).toBe('STUDY')
    expect((await membership(person, studyId)).qualification).toBe('PASSED')
  })

  test('a crash between the last judgment and the decision is made good by the next request', async () => {
    const person = await makeSignedIn()
    const { studyId } = await study(
      {},
      { items: [...plain(1), ...checks('QUALIFICATION', 1)], memberIds: [person.userId] },
    )
    await judge(person, await proceed(person, studyId), true)
    // As if the process had died behind the submission.
    await db.studyAnnotator.updateMany({
      where: { studyId },
      data: { qualification: 'PENDING', qualificationAttempts: 0 },
    })
    await db.assignment.updateMany({ where: { studyId, state: 'SHOWN' }, data: { state: 'RETURNED' } })
    await db.$executeRaw`UPDATE places SET state = 'FREE', holder_id = NULL, takeover_at = NULL WHERE study_id = ${studyId}::uuid AND state = 'HELD'`
    expect(await proceed(person, studyId)).toMatch(/^[0-9a-f-]{36}$/)
    expect((await membership(person, studyId)).qualification).toBe('PASSED')
  })

  test('whoever has begun the work is not sent into training', async () => {
    const person = await makeSignedIn()
    const { studyId, itemIds } = await study({}, { items: plain(4), memberIds: [person.userId] })
    await judge(person, await proceed(person, studyId), true)
    await db.item.update({ where: { id: itemIds[3] as string }, data: { purpose: 'QUALIFICATION', expected } })
    await db.$transaction(tx => refreshEligibility(tx, { studyId }))
    expect((await membership(person, studyId)).qualification).toBe('NOT_NEEDED')
  })
})
