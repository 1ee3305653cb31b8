import { afterAll, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { submitJudgment } from '../judgments/commands/submit-judgment'
import { requireStudy } from '../people/queries'
import { db, disconnect } from '../platform/db'
import { randomId } from '../platform/randomness'
import { getProgress } from '../results/queries/get-progress'
import { readOpeningFacts } from '../studies/queries/opening-facts'
import { getStudyPeople } from '../studies/queries/study-people'
import { protocolSchema } from '../studies/schema'
import { continueStudy } from './commands/lease-assignment'
import { listOwnStudies } from './queries/own-assignments'

afterAll(disconnect)

const pair = (sourceLanguage: string, language: string, count: number) =>
  Array.from({ length: count }, () => ({ sourceLanguage, language, category: 'text-generation' }))

/** Judges until there is nothing left; the languages of what was judged. */
async function judgeAll(signInId: string, studyId: string): Promise<string[]> {
  const member = await makeMemberAccess(signInId, studyId)
  const judged: string[] = []
  for (;;) {
    const got = await continueStudy(member)
    if (got.status !== 'assignment') return judged
    const access = await makeAssignmentAccess(signInId, got.assignment)
    const { place } = await db.assignment.findUniqueOrThrow({
      where: { id: got.assignment },
      select: { place: { select: { language: true } } },
    })
    judged.push(place.language)
    const ratings = [1, 2, 3].map(slot => ({ criterion: 'score', slot, value: 5 }))
    await submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 0 })
  }
}

test('whoever judges a translation speaks both of its languages', async () => {
  const both = await makeSignedIn({ languages: { zh: 'NATIVE', en: 'FLUENT' } })
  const target = await makeSignedIn({ languages: { en: 'NATIVE' } })
  const weak = await makeSignedIn({ languages: { en: 'NATIVE', zh: 'BASIC' } })
  const memberIds = [both, target, weak].map(person => person.userId)
  const { studyId } = await makeStudy({
    items: [...pair('zh-Hans', 'en', 2), ...pair('ar', 'en', 1), { language: 'en' }],
    protocol: { annotatorsPerItem: 3, minimumProficiency: 'FLUENT' },
    memberIds,
  })
  expect((await judgeAll(both.signInId, studyId)).sort()).toEqual(['en', 'zh-Hans>en', 'zh-Hans>en'])
  expect(await judgeAll(target.signInId, studyId)).toEqual(['en'])
  expect(await judgeAll(weak.signInId, studyId)).toEqual(['en'])
  const { studies } = await listOwnStudies({ userId: both.userId } as never)
  expect(studies[0]?.languages.toSorted()).toEqual(['en', 'zh-Hans>en'])
})

test('somebody without the source language is told which languages are wanted', async () => {
  const person = await makeSignedIn({ languages: { en: 'NATIVE' } })
  const { studyId } = await makeStudy({ items: pair('ar', 'en', 1), memberIds: [person.userId] })
  expect(await continueStudy(await makeMemberAccess(person.signInId, studyId))).toMatchObject({
    reason: 'no-language',
    detail: { languages: 'ar → en' },
  })
})

test('a quota per language counts by the target, whatever the source', async () => {
  const person = await makeSignedIn({ languages: { en: 'NATIVE', zh: 'NATIVE', ar: 'NATIVE' } })
  const { studyId } = await makeStudy({
    items: [...pair('zh', 'en', 3), ...pair('ar', 'en', 3), ...pair('en', 'ar', 2)],
    protocol: { quotaPerLanguage: { en: 4 } },
    memberIds: [person.userId],
  })
  const judged = await judgeAll(person.signInId, studyId)
  expect(judged.filter(key => key.endsWith('>en'))).toHaveLength(4)
  expect(judged.filter(key => key === 'en>ar')).toHaveLength(2)
})

test('progress, people and the opening checklist go by the pair', async () => {
  const admin = await makeSignedIn({ role: 'ADMIN' })
  const person = await makeSignedIn({ languages: { en: 'NATIVE', zh: 'NATIVE' } })
  const { studyId } = await makeStudy({
    items: [...pair('zh', 'en', 2), ...pair('ar', 'en', 1)],
    memberIds: [person.userId],
  })
  await judgeAll(person.signInId, studyId)
  const study = await requireStudy(admin.signInId, studyId)
  expect((await getProgress(study)).cells).toMatchObject([
    { language: 'zh>en', items: 2, places: 2, judged: 2 },
    { language: 'ar>en', items: 1, places: 1, judged: 0 },
  ])
  const { members } = await getStudyPeople(study)
  expect(members[0]?.match).toEqual({
    items: 2,
    matched: [{ language: 'zh>en', items: 2 }],
    missed: [{ language: 'ar>en', why: 'language', items: 1 }],
  })
  const stored = await db.protocol.findFirstOrThrow({ where: { studyId } })
  const facts = await readOpeningFacts(db, studyId, protocolSchema.parse(stored.definition))
  expect(facts.groups.map(group => group.language)).toEqual(['ar>en', 'zh>en'])
  expect(facts.volumes.map(volume => volume.language).sort()).toEqual(['ar>en', 'zh>en'])
})
