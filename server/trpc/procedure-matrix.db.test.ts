import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { makeMemberAccess, makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { continueStudy } from '../assignments/commands/lease-assignment'
import { disconnect } from '../platform/db'
import type { Meta } from './init'
import { appRouter, createCaller } from './root'

// Every procedure × everybody. A new procedure without a row here fails: say who may call it.
const audiences: Record<string, Meta['audience'] | 'member' | 'assignment'> = {
  'adjudication.dismiss': 'admin',
  'adjudication.reopen': 'admin',
  'adjudication.setAdjudicator': 'admin',
  'audit.list': 'admin',
  'audit.verify': 'admin',
  'batches.decide': 'admin',
  'assignments.listStudies': 'annotator',
  'assignments.continueStudy': 'member',
  'assignments.getAssignment': 'assignment',
  'assignments.showAssignment': 'assignment',
  'assignments.skipAssignment': 'assignment',
  'assignments.flagItem': 'assignment',
  'assignments.withdrawFlag': 'assignment',
  'exports.cancel': 'admin',
  'exports.delete': 'admin',
  'exports.get': 'admin',
  'exports.list': 'admin',
  'exports.request': 'admin',
  'exports.saveDatasheet': 'admin',
  'itemMessages.list': 'admin',
  'itemMessages.listOwn': 'annotator',
  'itemMessages.readOwn': 'assignment',
  'itemMessages.reply': 'admin',
  'itemMessages.send': 'assignment',
  'items.categories': 'admin',
  'items.facets': 'admin',
  'items.get': 'admin',
  'items.imports.cancel': 'admin',
  'items.imports.create': 'admin',
  'items.imports.finishUpload': 'admin',
  'items.imports.get': 'admin',
  'items.imports.list': 'admin',
  'items.imports.problems': 'admin',
  'items.imports.recheck': 'admin',
  'items.imports.start': 'admin',
  'items.imports.undo': 'admin',
  'items.list': 'admin',
  'items.models': 'admin',
  'judgments.saveDraft': 'assignment',
  'judgments.reveal': 'assignment',
  'judgments.submit': 'assignment',
  'judgments.revise': 'assignment',
  'judgments.listOwn': 'annotator',
  'judgments.listReturned': 'annotator',
  'judgments.getStatement': 'annotator',
  'judgments.listStranded': 'admin',
  'judgments.acceptDraft': 'admin',
  'quality.decideQualification': 'admin',
  'quality.halt': 'admin',
  'quality.resume': 'admin',
  'results.countFiltered': 'admin',
  'results.filterChoices': 'admin',
  'results.importJudgments': 'admin',
  'review.exclude': 'admin',
  'review.resetOpenWork': 'admin',
  'review.restore': 'admin',
  'review.returnJudgment': 'admin',
  'review.withdrawReturn': 'admin',
  'items.rubrics.effect': 'admin',
  'items.rubrics.save': 'admin',
  'items.rubrics.returnOutdated': 'admin',
  'people.apiKeys.create': 'admin',
  'people.apiKeys.list': 'admin',
  'people.apiKeys.revoke': 'admin',
  'people.invitations.create': 'admin',
  'people.invitations.list': 'admin',
  'people.invitations.revoke': 'admin',
  'people.links.acceptInvitation': 'public',
  'people.links.resetPassword': 'public',
  'people.list': 'admin',
  'people.makeResetLink': 'admin',
  'people.self.changeName': 'signed-in',
  'people.self.chooseLocale': 'signed-in',
  'people.self.changePassword': 'signed-in',
  'people.self.declareSkills': 'signed-in',
  'people.self.endSignIn': 'signed-in',
  'people.self.endTour': 'signed-in',
  'people.self.joinStudy': 'signed-in',
  'people.self.listSignIns': 'signed-in',
  'people.self.profile': 'signed-in',
  'people.self.signOutEverywhere': 'signed-in',
  'people.setDisabled': 'admin',
  'people.setRole': 'admin',
  'people.setSkills': 'admin',
  'people.signOut': 'admin',
  'studies.create': 'admin',
  'studies.duplicate': 'admin',
  'studies.flags.reopen': 'admin',
  'studies.flags.resolve': 'admin',
  'studies.lifecycle.archive': 'admin',
  'studies.lifecycle.close': 'admin',
  'studies.lifecycle.extend': 'admin',
  'studies.lifecycle.open': 'admin',
  'studies.lifecycle.pause': 'admin',
  'studies.lifecycle.restore': 'admin',
  'studies.lifecycle.resume': 'admin',
  'studies.lifecycle.unblind': 'admin',
  'studies.lifecycle.unfinished': 'admin',
  'studies.list': 'admin',
  'studies.setAnnotators': 'admin',
  'studies.update': 'admin',
  'studies.updateProtocol': 'admin',
  'webhooks.create': 'admin',
  'webhooks.deliveries': 'admin',
  'webhooks.list': 'admin',
  'webhooks.redeliver': 'admin',
  'webhooks.remove': 'admin',
  'webhooks.setEnabled': 'admin',
  'webhooks.test': 'admin',
}

type Identity = 'anonymous' | 'holder' | 'otherMember' | 'otherStudy' | 'admin' | 'revoked'
const refusals = ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND']

/** Who gets past the gate; everybody else must get exactly this refusal. */
const refused: Record<(typeof audiences)[string], Partial<Record<Identity, string>>> = {
  public: {},
  'signed-in': { anonymous: 'UNAUTHORIZED', revoked: 'UNAUTHORIZED' },
  annotator: { anonymous: 'UNAUTHORIZED', revoked: 'UNAUTHORIZED' },
  member: { anonymous: 'UNAUTHORIZED', revoked: 'UNAUTHORIZED', otherStudy: 'NOT_FOUND', admin: 'NOT_FOUND' },
  assignment: {
    anonymous: 'UNAUTHORIZED',
    revoked: 'UNAUTHORIZED',
    otherMember: 'NOT_FOUND',
    otherStudy: 'NOT_FOUND',
    admin: 'NOT_FOUND',
  },
  admin: {
    anonymous: 'UNAUTHORIZED',
    revoked: 'UNAUTHORIZED',
    holder: 'FORBIDDEN',
    otherMember: 'FORBIDDEN',
    otherStudy: 'FORBIDDEN',
  },
}

interface Definition {
  type: string
  meta?: Meta
  output?: z.ZodType
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, { _def: Definition }>)

const signIns = {} as Record<Identity, string | null>
const input = { study: '', assignment: '' }
// What an admin is let do here really happens: to a study of its own.
const adminInput = { study: '', assignment: '' }

beforeAll(async () => {
  const [holder, otherMember, otherStudy, admin, revoked] = await Promise.all([
    makeSignedIn(),
    makeSignedIn(),
    makeSignedIn(),
    makeSignedIn({ role: 'ADMIN' }),
    makeSignedIn({ role: 'ADMIN' }),
  ])
  const { studyId } = await makeStudy({ items: [{}, {}, {}], memberIds: [holder.userId, otherMember.userId] })
  await makeStudy({ items: [{}], memberIds: [otherStudy.userId] })
  adminInput.study = (await makeStudy({ items: [{}], open: false })).studyId
  const got = await continueStudy(await makeMemberAccess(holder.signInId, studyId))
  const { db } = await import('../platform/db')
  await db.signIn.update({ where: { id: revoked.signInId }, data: { revokedAt: new Date() } })
  Object.assign(input, { study: studyId, assignment: got.status === 'assignment' ? got.assignment : '' })
  Object.assign(signIns, {
    anonymous: null,
    holder: holder.signInId,
    otherMember: otherMember.signInId,
    otherStudy: otherStudy.signInId,
    admin: admin.signInId,
    revoked: revoked.signInId,
  })
})
afterAll(disconnect)

/** The refusal of a gate, or null when the call got past it (whatever its input is then worth). */
async function refusalOf(path: string, identity: Identity): Promise<string | null> {
  const caller = createCaller({ signInId: signIns[identity], headers: new Headers() })
  const call = path.split('.').reduce((at: unknown, name) => (at as Record<string, unknown>)[name], caller) as (
    given: unknown,
  ) => Promise<unknown>
  try {
    await call(audiences[path] === 'admin' ? adminInput : input)
    return null
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    return refusals.includes(code) ? code : null
  }
}

test('every procedure has a row, and its row says what its gate says', () => {
  expect(procedures.map(([path]) => path).sort()).toEqual(Object.keys(audiences).sort())
  for (const [path, { _def }] of procedures) {
    const audience = audiences[path]
    expect([path, _def.meta?.audience]).toEqual([
      path,
      audience === 'member' || audience === 'assignment' ? 'annotator' : audience,
    ])
  }
})

describe.each(procedures.map(([path]) => path))('%s', path => {
  test.each(['anonymous', 'revoked', 'otherStudy', 'otherMember', 'holder', 'admin'] as const)(
    'for %s',
    async identity => {
      const audience = audiences[path]
      if (!audience) throw new Error(`${path} has no row`)
      expect(await refusalOf(path, identity)).toBe(refused[audience][identity] ?? null)
    },
  )
})

/** The paths at which a schema lets unknown keys through. */
function looseObjects(schema: unknown, at = ''): string[] {
  const def = (schema as { _zod?: { def?: Record<string, unknown> } })?._zod?.def
  if (!def) return []
  const found: string[] = []
  if (def.type === 'object') {
    const catchall = (def.catchall as { _zod?: { def?: { type?: string } } } | undefined)?._zod?.def?.type
    if (catchall !== 'never') found.push(at || '(root)')
    for (const [key, member] of Object.entries(def.shape as Record<string, unknown>))
      found.push(...looseObjects(member, `${at}.${key}`))
  }
  for (const key of ['element', 'innerType', 'in', 'out', 'valueType', 'left', 'right'])
    found.push(...looseObjects(def[key], `${at}.${key}`))
  for (const option of (def.options as unknown[] | undefined) ?? []) found.push(...looseObjects(option, `${at}|`))
  return found
}

test('the answers to everybody who is not an admin are strict: one more key is an error', () => {
  for (const [path, { _def }] of procedures) {
    if (_def.meta?.audience === 'admin') continue
    expect([path, _def.output !== undefined]).toEqual([path, true])
    expect([path, looseObjects(_def.output)]).toEqual([path, []])
  }
})
