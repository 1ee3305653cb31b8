import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { makeSignedIn } from '@/prisma/builders/make-study'
import { db, disconnect } from '../platform/db'
import { acceptInvitation } from './commands/accept-invitation'
import { chooseOwnLocale } from './commands/change-own-account'
import { createInvitation } from './commands/create-invitation'
import { findActor, requireActor, requireOperator } from './queries'

afterAll(disconnect)

test('the chosen language goes with the person; what is not a language of the interface counts as none', async () => {
  const { userId, signInId } = await makeSignedIn()
  const actor = await requireActor(signInId)
  expect(actor.locale).toBeNull()
  await chooseOwnLocale(actor, 'ar')
  expect((await findActor(signInId))?.locale).toBe('ar')
  await db.user.update({ where: { id: userId }, data: { locale: 'xx' } })
  expect((await findActor(signInId))?.locale).toBeNull()
})

test('whoever joins keeps the language of the page they joined on', async () => {
  const invitation = { role: 'ANNOTATOR', studyId: null, maxUses: 2, validDays: 1, note: '' } as const
  const { link } = await createInvitation(requireOperator(), invitation)
  const token = link.split('/').at(-1) ?? ''
  const join = async (locale: 'zh-Hans' | null) => {
    const email = `joins-${randomBytes(5).toString('hex')}@example.org`
    await acceptInvitation({ token, email, name: 'Made-up person', password: 'several unrelated words', locale })
    return (await db.user.findUniqueOrThrow({ where: { email }, select: { locale: true } })).locale
  }
  expect(await join('zh-Hans')).toBe('zh-Hans')
  expect(await join(null)).toBeNull()
})
