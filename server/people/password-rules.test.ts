import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPasswordProblem } from './password-rules'
import { acceptInvitationSchema } from './schema'

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
