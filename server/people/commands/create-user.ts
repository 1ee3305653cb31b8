import 'server-only'
import { recordAudit } from '../../audit/commands'
import { db } from '../../platform/db'
import type { AdminAccess } from '../access'
import { hashPassword } from '../adapters/password-hash'
import { type CreateUserInput, createUserSchema } from '../schema'
import { addUser } from './add-user'

/** Makes an account without an invitation. Returns its id. @throws conflict (e-mail taken), ZodError */
export async function createUser(admin: AdminAccess, input: CreateUserInput): Promise<string> {
  const { password, languages, expertise, ...person } = createUserSchema.parse(input)
  const passwordHash = password === null ? null : await hashPassword(password)
  return db.$transaction(async tx => {
    const userId = await addUser(tx, { ...person, passwordHash, skills: { languages, expertise } })
    await recordAudit(tx, {
      actorId: admin.userId,
      action: 'person.created',
      detail: { userId, role: person.role },
    })
    return userId
  })
}
