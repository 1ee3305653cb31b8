import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSignInFailure } from '@/components/people/sign-in-failure'
import { waitMinutes } from './attempt-limits'
import { boundedQueue, QueueFullError } from './bounded-queue'
import { clientAddress } from './client-address'
import { invitationState } from './invitation-state'
import { findPasswordProblem } from './password-rules'
import { safeReturnPath } from './return-path'
import { acceptInvitationSchema, emailSchema } from './schema'

describe('passwords', () => {
  test.each([
    ['short one', 'passwordShort'],
    ['密码密码密码', 'passwordShort'],
    ['x'.repeat(201), 'passwordLong'],
    ['aaaaaaaaaaaa', 'passwordSimple'],
    ['123456789012', 'passwordSimple'],
    ['abcdefghijklmn', 'passwordSimple'],
    ['zyxwvutsrqponm', 'passwordSimple'],
    ['abcdabcdabcd', 'passwordSimple'],
    ['password1234', 'passwordObvious'],
    ['Password!2026', 'passwordObvious'],
    ['qwertyuiop123', 'passwordObvious'],
    ['admin-password', 'passwordObvious'],
    ['2026-11-20 18:45', 'passwordObvious'],
    ['robin.taylor12', 'passwordPersonal'],
    ['four unrelated words', null],
    ['kV7#pq!2mZ0x', null],
    ['一二三四五六七八九十百千', null],
  ])('%s → %s', (password, problem) => {
    expect(findPasswordProblem(password, ['Robin.Taylor@example.org', 'Robin Taylor'])).toBe(problem)
  })

  test('random ones of 12 characters and more are taken', () => {
    const characters = [...'abcdefghijkmnpqrstuvwxyz23456789']
    const random = fc.array(fc.constantFrom(...characters), { minLength: 14, maxLength: 60 }).map(list => list.join(''))
    fc.assert(
      fc.property(random, password => {
        fc.pre(new Set(password).size >= 9)
        expect(findPasswordProblem(password)).toBeNull()
      }),
    )
  })

  test('one made of the e-mail is refused where the person joins', () => {
    const person = { token: 't'.repeat(43), name: 'Robin', email: 'robin.taylor@example.org' }
    const parsed = acceptInvitationSchema.safeParse({ ...person, password: 'robin.taylor99' })
    expect(parsed.error?.issues).toMatchObject([{ path: ['password'], message: 'passwordPersonal' }])
  })
})

test('e-mails are compared without case and white space', () => {
  expect(emailSchema.parse('  Robin@Example.ORG ')).toBe('robin@example.org')
  expect(emailSchema.safeParse('robin').error?.issues).toMatchObject([{ message: 'emailInvalid' }])
})

describe('the way back after signing in', () => {
  test.each([
    ['/studies/abc?tab=items#3', '/studies/abc?tab=items#3'],
    ['/', '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
    ['', '/'],
    ['studies', '/'],
    ['https://example.org/', '/'],
    ['//example.org', '/'],
    ['///example.org', '/'],
    ['/\\example.org', '/'],
    ['\\\\example.org', '/'],
    ['/\t/example.org', '/'],
    ['/\n/example.org', '/'],
    ['/..//example.org', '/'],
    ['/.//example.org', '/'],
    ['javascript:alert(1)', '/'],
    ['/api/auth/signout', '/'],
    ['/sign-in?to=/x', '/'],
    ['/sign-ins', '/sign-ins'],
  ])('%j → %s', (target, path) => expect(safeReturnPath(target)).toBe(path))

  test('never leaves the origin, whatever a browser makes of it', () => {
    const pieces = fc.constantFrom('/', '\\', '.', '..', '\t', '\r', '@', ':', '?', '#', 'a', 'example.org', '%2f', ' ')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        const path = safeReturnPath(parts.join(''))
        expect(new URL(path, 'https://own.example').origin).toBe('https://own.example')
        expect(safeReturnPath(path)).toBe(path)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('an invitation', () => {
  const at = new Date('2026-01-10')
  const open = { uses: 0, maxUses: 2, expiresAt: new Date('2026-01-11'), revokedAt: null }
  test.each([
    [open, 'open'],
    [{ ...open, uses: 1 }, 'open'],
    [{ ...open, uses: 2 }, 'used'],
    [{ ...open, expiresAt: at }, 'expired'],
    [{ ...open, uses: 2, expiresAt: at, revokedAt: at }, 'revoked'],
  ] as const)('%# is %s', (invitation, state) => expect(invitationState(invitation, at)).toBe(state))
})

test('waiting is said in whole minutes and never as none', () => {
  expect([0, 1, 60_000, 60_001, 900_000].map(waitMinutes)).toEqual([1, 1, 1, 2, 15])
})

test('an address is believed only behind a trusted proxy, and only what that proxy wrote', () => {
  const headers = new Headers({ 'x-forwarded-for': '203.0.113.9, 192.0.2.1' })
  expect(clientAddress(headers, false)).toBeNull()
  expect(clientAddress(headers, true)).toBe('192.0.2.1')
  expect(clientAddress(new Headers(), true)).toBeNull()
})

test('codes of failures that nobody knows have a text, too', () => {
  expect(readSignInFailure('limited-12')).toEqual({ key: 'limited', minutes: 12 })
  expect(readSignInFailure('CredentialsSignin').key).toBe('CredentialsSignin')
  expect(readSignInFailure('<script>').key).toBe('unknown')
})

describe('the queue', () => {
  test('runs no more at once than it may, all in order, and goes on after a failure', async () => {
    const queue = boundedQueue({ running: 2, waiting: 10 })
    let active = 0
    let most = 0
    const order: number[] = []
    const work = (at: number) => async () => {
      active += 1
      most = Math.max(most, active)
      order.push(at)
      await Promise.resolve()
      active -= 1
      if (at === 3) throw new Error('this one fails')
      return at
    }
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => queue.run(work(at))))
    expect(most).toBe(2)
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(outcomes.map(({ status }) => status).filter(status => status === 'rejected')).toHaveLength(1)
  })

  test('refuses what is too much, and takes more when there is room again', async () => {
    const queue = boundedQueue({ running: 1, waiting: 1 })
    let finish = () => {}
    const first = queue.run(
      () =>
        new Promise<void>(resolve => {
          finish = resolve
        }),
    )
    const second = queue.run(async () => 'second')
    await expect(queue.run(async () => 'third')).rejects.toBeInstanceOf(QueueFullError)
    finish()
    await first
    expect(await second).toBe('second')
    expect(await queue.run(async () => 'fourth')).toBe('fourth')
  })
})
