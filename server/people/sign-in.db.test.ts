import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSignIn } from '@/prisma/builders/make-sign-in'
import { type MadeUser, makeUser } from '@/prisma/builders/make-user'
import { disconnect, sql } from '../platform/db'
import { attemptLimits } from './attempt-limits'
import { changePassword } from './commands/change-password'
import { makePasswordResetLink } from './commands/make-password-reset-link'
import { resetPassword } from './commands/reset-password'
import { setDisabled, setRole, signOutPerson } from './commands/set-access'
import { signInWithPassword } from './commands/sign-in-with-password'
import { findActor, requireActor, requireAdmin, requireOperator } from './queries'
import { listOwnSignIns } from './queries/get-own-account'

const nowhere = { address: null, userAgent: 'a browser' }
const operator = requireOperator()

afterAll(disconnect)

describe('signing in with a password', () => {
  test('gives a sign-in that the gates accept', async () => {
    const person = await makeUser()
    const signedIn = await signInWithPassword(person, nowhere)
    expect(await findActor(signedIn?.signInId ?? null)).toMatchObject({ userId: person.id, role: 'ANNOTATOR' })
  })

  test('is refused alike for a wrong password, an unknown e-mail, no password and a disabled person', async () => {
    const [person, disabled, withoutPassword] = await Promise.all([
      makeUser(),
      makeUser({ disabled: true }),
      makeUser({ password: null }),
    ])
    const attempts = [
      { ...person, password: 'wrong' },
      { email: 'nobody@example.org', password: 'x' },
      disabled,
      withoutPassword,
    ]
    for (const attempt of attempts) expect(await signInWithPassword(attempt, nowhere)).toBeNull()
  })

  test('is limited per e-mail, exactly, even when all attempts come at once', async () => {
    const person = await makeUser()
    const many = attemptLimits.email.most + 5
    const outcomes = await Promise.allSettled(
      Array.from({ length: many }, () => signInWithPassword({ ...person, password: 'wrong' }, nowhere)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(attemptLimits.email.most)
    await expect(signInWithPassword(person, nowhere)).rejects.toMatchObject({
      code: 'limited',
      detail: { waitMinutes: 15 },
    })
    // The window ends by database time.
    await sql('end_windows', `UPDATE rate_limits SET window_end_at = now() - interval '1 second' WHERE $1`, [true])
    expect(await signInWithPassword(person, nowhere)).not.toBeNull()
  })

  test('forgets failures after a success, so that a typing error a day locks nobody out', async () => {
    const person = await makeUser()
    for (let round = 0; round < 3; round++) {
      for (let failure = 0; failure < attemptLimits.email.most - 1; failure++)
        await signInWithPassword({ ...person, password: 'wrong' }, nowhere)
      expect(await signInWithPassword(person, nowhere)).not.toBeNull()
    }
  })

  test('is limited per address over many e-mails', async () => {
    const origin = { address: '192.0.2.7', userAgent: null }
    const guess = (at: number) => signInWithPassword({ email: `guess-${at}@example.org`, password: 'x' }, origin)
    await Promise.all(Array.from({ length: attemptLimits.address.most }, (_, at) => guess(at)))
    await expect(guess(-1)).rejects.toMatchObject({ code: 'limited' })
    expect(await signInWithPassword(await makeUser(), { ...origin, address: '192.0.2.8' })).not.toBeNull()
  })
})

describe('a sign-in is worth nothing', () => {
  let person: MadeUser
  let signInId: string
  beforeAll(async () => {
    person = await makeUser()
  })
  const begin = async () => {
    signInId = await makeSignIn(person.id)
    expect(await requireActor(signInId)).toMatchObject({ userId: person.id })
  }
  const ended = () => expect(requireActor(signInId)).rejects.toMatchObject({ code: 'unauthenticated' })

  test('when it is not there', async () => {
    signInId = '7b1e5a52-3c1f-4f2e-9a50-3f6b1c2d4e5f'
    await ended()
  })
  test('after it has expired', async () => {
    await begin()
    await sql('expire', `UPDATE sign_ins SET expires_at = now() WHERE id = $1`, [signInId])
    await ended()
  })
  test('after an admin has signed the person out', async () => {
    await begin()
    expect(await signOutPerson(operator, person.id)).toEqual({ ended: 1 })
    await ended()
  })
  test('once the person is disabled, and not after they are enabled again', async () => {
    await begin()
    await setDisabled(operator, person.id, true)
    await ended()
    await setDisabled(operator, person.id, false)
    await ended()
  })
})

describe('passwords', () => {
  test('changing it asks for the old one, ends other sign-ins and keeps this one', async () => {
    const person = await makeUser()
    const here = await requireActor(await makeSignIn(person.id))
    const elsewhere = await makeSignIn(person.id)
    const password = 'another long enough one'
    await expect(changePassword(here, { current: 'wrong', password })).rejects.toMatchObject({
      detail: { reason: 'passwordWrong' },
    })
    await expect(changePassword(here, { current: person.password, password: `${person.email}` })).rejects.toMatchObject(
      {
        detail: { reason: 'passwordPersonal' },
      },
    )
    await changePassword(here, { current: person.password, password })
    expect(await findActor(elsewhere)).toBeNull()
    expect((await listOwnSignIns(here)).map(signIn => signIn.isThisOne)).toEqual([true])
    expect(await signInWithPassword(person, nowhere)).toBeNull()
    expect(await signInWithPassword({ ...person, password }, nowhere)).not.toBeNull()
  })

  test('a reset link works once, ends all sign-ins, and only the newest one works', async () => {
    const person = await makeUser()
    const signInId = await makeSignIn(person.id)
    const tokenOf = async () =>
      (await makePasswordResetLink(operator, { email: person.email.toUpperCase() })).link.split('/').at(-1) ?? ''
    const older = await tokenOf()
    const token = await tokenOf()
    await expect(resetPassword({ token: older, password: 'never to be set here' })).rejects.toMatchObject({
      code: 'conflict',
    })
    const outcomes = await Promise.allSettled(
      ['first of two at once', 'second of two at once'].map(password => resetPassword({ token, password })),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await findActor(signInId)).toBeNull()
    expect(await signInWithPassword(person, nowhere)).toBeNull()
  })

  test('a reset link lets no disabled person in', async () => {
    const person = await makeUser({ disabled: true })
    const { link } = await makePasswordResetLink(operator, { userId: person.id })
    await expect(
      resetPassword({ token: link.split('/').at(-1) ?? '', password: 'a good new password' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('admins', () => {
  test('a role counts from the next request on', async () => {
    const person = await makeUser()
    const signInId = await makeSignIn(person.id)
    await expect(requireAdmin(signInId)).rejects.toMatchObject({ code: 'forbidden' })
    await setRole(operator, person.id, 'ADMIN')
    await requireAdmin(signInId)
    await makeUser({ role: 'ADMIN' })
    await setRole(operator, person.id, 'ANNOTATOR')
    await expect(requireAdmin(signInId)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('one who can sign in always stays, however many leave at once', async () => {
    await Promise.all([
      makeUser({ role: 'ADMIN' }),
      makeUser({ role: 'ADMIN' }),
      makeUser({ role: 'ADMIN', disabled: true }),
    ])
    const admins = await sql<{ id: string }>(
      'admins',
      `SELECT id FROM users WHERE role = 'ADMIN' AND disabled_at IS NULL AND $1`,
      [true],
    )
    const outcomes = await Promise.allSettled(
      admins.map(({ id }, at) => (at % 2 ? setRole(operator, id, 'ANNOTATOR') : setDisabled(operator, id, true))),
    )
    const refused = outcomes.filter(outcome => outcome.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ reason: { code: 'conflict', detail: { reason: 'lastAdmin' } } })
  })
})
