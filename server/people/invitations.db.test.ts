import { afterAll, expect, test } from 'vitest'
import { makeSignedIn, makeStudy } from '@/prisma/builders/make-study'
import { makeUser } from '@/prisma/builders/make-user'
import { db, disconnect } from '../platform/db'
import { acceptInvitation } from './commands/accept-invitation'
import { createInvitation } from './commands/create-invitation'
import { createUser } from './commands/create-user'
import { joinStudyByInvitation } from './commands/join-study-by-invitation'
import { makeFirstAdminLink } from './commands/make-first-admin-link'
import { revokeInvitation } from './commands/revoke-invitation'
import { declareSkills } from './commands/set-skills'
import { type SingleSignOn, signInBySingleSignOn } from './commands/sign-in-by-single-sign-on'
import { findActor, requireActor, requireOperator } from './queries'
import { findInvitation } from './queries/find-invitation'
import { listInvitations, listPeople } from './queries/list-people'

const operator = requireOperator()
const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
let count = 0
const newcomer = () => ({
  name: 'A newcomer',
  email: `newcomer-${++count}@example.org`,
  password: 'four unrelated words',
})

async function inviting(change: Partial<Parameters<typeof createInvitation>[1]> = {}) {
  const admin = await makeUser({ role: 'ADMIN' })
  const { mintAdminAccess } = await import('./access')
  const access = mintAdminAccess({
    ...admin,
    userId: admin.id,
    signInId: admin.id,
    welcomed: true,
    toured: true,
    locale: null,
  })
  const made = await createInvitation(access, {
    role: 'ANNOTATOR',
    studyId: null,
    maxUses: 1,
    validDays: 7,
    note: '',
    ...change,
  })
  return tokenOf(made.link)
}

afterAll(disconnect)

// First: this database has nobody yet.
test('the set-up link makes the first admin, once, and only while there is nobody', async () => {
  const older = await makeFirstAdminLink()
  const link = await makeFirstAdminLink()
  await expect(acceptInvitation({ ...newcomer(), token: tokenOf(older ?? '') })).rejects.toMatchObject({
    code: 'conflict',
  })
  const token = tokenOf(link ?? '')
  expect(await findInvitation(token)).toMatchObject({ state: 'open', isSetUp: true, role: 'ADMIN' })
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation({ ...newcomer(), token })))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await listPeople(operator)).map(person => person.role)).toEqual(['ADMIN'])
  expect(await makeFirstAdminLink()).toBeNull()
})

test('a set-up link is spent as soon as there is somebody', async () => {
  await db.$executeRaw`DELETE FROM users`
  const token = tokenOf((await makeFirstAdminLink()) ?? '')
  await createUser(operator, {
    email: 'first@example.org',
    name: 'First',
    role: 'ADMIN',
    password: 'four unrelated words',
  })
  expect(await findInvitation(token)).toMatchObject({ state: 'used' })
  await expect(acceptInvitation({ ...newcomer(), token })).rejects.toMatchObject({ code: 'conflict' })
})

test('ten at once on a link for three make exactly three people', async () => {
  const token = await inviting({ maxUses: 3 })
  const before = await db.user.count()
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => acceptInvitation({ ...newcomer(), token })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' })
  expect(await db.user.count()).toBe(before + 3)
  expect((await listInvitations(operator))[0]).toMatchObject({ uses: 3, maxUses: 3, state: 'used' })
})

test('a use is not lost when the e-mail has an account already', async () => {
  const token = await inviting()
  const known = await makeUser()
  await expect(acceptInvitation({ ...newcomer(), email: known.email, token })).rejects.toMatchObject({
    code: 'conflict',
    detail: { reason: 'emailTaken' },
  })
  await acceptInvitation({ ...newcomer(), token })
})

test('expired, revoked and unknown links are refused', async () => {
  const expired = await inviting({ note: 'to expire' })
  await db.invitation.updateMany({ where: { note: 'to expire' }, data: { expiresAt: new Date(0) } })
  await expect(acceptInvitation({ ...newcomer(), token: expired })).rejects.toThrow('has expired')

  const revoked = await inviting({ note: 'to revoke' })
  const { id } = await db.invitation.findFirstOrThrow({ where: { note: 'to revoke' } })
  await revokeInvitation(operator, id)
  await revokeInvitation(operator, id)
  await expect(acceptInvitation({ ...newcomer(), token: revoked })).rejects.toThrow('has been revoked')
  expect(await db.auditEntry.count({ where: { action: 'invitation.revoked' } })).toBe(1)

  await expect(acceptInvitation({ ...newcomer(), token: 'x'.repeat(43) })).rejects.toMatchObject({ code: 'not_found' })
})

test('single sign-on lets in whom it knows, links a verified e-mail, and makes accounts by invitation only', async () => {
  const known = await makeUser()
  const identity = {
    issuer: 'https://sso.example.org',
    subject: 'subject-1',
    email: known.email,
    isEmailVerified: true,
    name: null,
    invitationToken: null,
    userAgent: null,
  }
  const enter = (change: Partial<SingleSignOn>) => signInBySingleSignOn({ ...identity, ...change })
  expect(await enter({ isEmailVerified: false })).toEqual({ status: 'email-unverified' })
  const first = await enter({})
  expect(first.status === 'signed-in' && (await findActor(first.signInId))).toMatchObject({ userId: known.id })
  // Linked by now: a changed e-mail at the provider does not matter.
  expect(await enter({ email: 'changed@example.org', isEmailVerified: false })).toMatchObject({ status: 'signed-in' })

  const stranger = { subject: 'subject-2', email: 'stranger@example.org' }
  expect(await enter(stranger)).toEqual({ status: 'no-account' })
  const token = await inviting()
  const joined = await enter({ ...stranger, invitationToken: token })
  expect(joined.status === 'signed-in' && (await findActor(joined.signInId))).toMatchObject({
    name: 'stranger',
    role: 'ANNOTATOR',
    welcomed: false,
    toured: false,
  })
  expect(await enter({ subject: 'subject-3', email: 'late@example.org', invitationToken: token })).toEqual({
    status: 'invitation-closed',
  })
  await db.user.update({ where: { id: known.id }, data: { disabledAt: new Date() } })
  expect(await enter({})).toEqual({ status: 'account-disabled' })
})

test('declaring languages ends the welcome and replaces what was there', async () => {
  const person = await makeUser({ welcomed: false, languages: [{ tag: 'fr', proficiency: 'NATIVE' }] })
  const actor = {
    userId: person.id,
    signInId: person.id,
    name: '',
    email: '',
    role: 'ANNOTATOR' as const,
    welcomed: false,
    toured: false,
    locale: null,
  }
  const languages = [
    { tag: 'en', proficiency: 'FLUENT' as const },
    { tag: 'zh-Hans', proficiency: 'NATIVE' as const },
  ]
  await declareSkills(actor, { languages, expertise: ['math', 'code', 'math'] })
  const listed = (await listPeople(operator)).find(({ id }) => id === person.id)
  expect(listed).toMatchObject({ isNew: false, expertise: ['math', 'code'], languages: languages.toReversed() })
  await expect(declareSkills(actor, { languages, expertise: ['no-such-category'] })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('an invitation to a study takes in newcomers and people who have an account, and costs members nothing', async () => {
  const { studyId } = await makeStudy({ items: [{}] })
  const token = await inviting({ studyId, maxUses: 2 })
  await acceptInvitation({ ...newcomer(), token })
  const actor = await requireActor((await makeSignedIn()).signInId)
  await joinStudyByInvitation(actor, token)
  await joinStudyByInvitation(actor, token)
  const members = await db.studyAnnotator.findMany({ where: { studyId } })
  expect(members).toHaveLength(2)
  expect(members.find(member => member.userId === actor.userId)?.languages).toEqual(['en'])
  const late = await requireActor((await makeSignedIn()).signInId)
  await expect(joinStudyByInvitation(late, token)).rejects.toMatchObject({ code: 'conflict' })
  await expect(joinStudyByInvitation(late, await inviting())).rejects.toMatchObject({ code: 'conflict' })
})
