import { describe, expect, test } from 'vitest'
import { makeAssignmentAccess, makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { requireStudy } from '../people/queries'
import { db } from '../platform/db'
import { presetProtocol } from '../studies/presets'
import { getDraftOverview } from '../studies/queries/study-overview'
import { continueStudy, showAssignment } from './commands/lease-assignment'
import { makePlaces } from './commands/make-places'
import { listOwnStudies } from './queries/own-assignments'

const pairs = {
  ...presetProtocol('preference'),
  overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
}

describe('places of pairs', () => {
  test('every pair of an item; items whose responses are all alike get none, and the checklist says so first', async () => {
    const admin = await makeSignedIn({ role: 'ADMIN' })
    const annotator = await makeSignedIn()
    const { studyId, itemIds } = await makeStudy({
      open: false,
      protocol: pairs,
      items: [{}, { responses: ['same', 'same', 'same'] }, { responses: ['same', 'same', 'other'] }],
      memberIds: [annotator.userId],
    })
    const { checks } = await getDraftOverview(await requireStudy(admin.signInId, studyId))
    expect(checks.find(check => check.id === 'pairs')?.values.count).toBe(4)
    expect(checks.find(check => check.id === 'unpaired')?.values.count).toBe(1)
    expect(await db.$transaction(tx => makePlaces(tx, studyId))).toEqual({ items: 2, places: 4 })
    const places = await db.place.findMany({ where: { studyId }, orderBy: { variant: 'asc' } })
    expect(places.filter(place => place.itemId === itemIds[0]).map(place => place.variant)).toEqual([1, 2, 3])
    expect(places.every(place => place.slotOrder.length === 2)).toBe(true)
    expect(await db.$transaction(tx => makePlaces(tx, studyId))).toEqual({ items: 0, places: 0 })
  })

  test('pairs that the file fixed, by model and sample', async () => {
    const { studyId, itemIds, modelIds } = await makeStudy({ open: false, protocol: pairs, items: [{}] })
    await db.item.update({
      where: { id: itemIds[0] ?? '' },
      data: {
        pairs: [
          [
            { model: 'model-3', sample: 0 },
            { model: 'model-1', sample: 0 },
          ],
          [
            { model: 'model-3', sample: 0 },
            { model: 'model-2', sample: 7 },
          ],
        ],
      },
    })
    await db.$transaction(tx => makePlaces(tx, studyId))
    const places = await db.place.findMany({ where: { studyId } })
    expect(places).toHaveLength(1)
    const sources = await db.responseSource.findMany({ where: { responseId: { in: places[0]?.slotOrder ?? [] } } })
    expect(new Set(sources.map(source => source.modelId))).toEqual(new Set([modelIds[0], modelIds[2]]))
  })

  test('one person may judge all pairs of an item, and the count of what is left counts pairs', async () => {
    const annotator = await makeSignedIn()
    const { studyId } = await makeStudy({ protocol: pairs, items: [{}], memberIds: [annotator.userId] })
    const member = await makeMemberAccess(annotator.signInId, studyId)
    const { studies } = await listOwnStudies(member.actor)
    expect(studies[0]?.remaining).toBe(3)
    const found = await continueStudy(member)
    if (found.status !== 'assignment') throw new Error('there is no work')
    await showAssignment(await makeAssignmentAccess(annotator.signInId, found.assignment))
    const held = await db.assignment.findMany({ where: { studyId }, select: { itemId: true, variant: true } })
    expect(held).toHaveLength(2)
    expect(held[0]?.itemId).toBe(held[1]?.itemId)
    expect(held[0]?.variant).not.toBe(held[1]?.variant)
  })
})
