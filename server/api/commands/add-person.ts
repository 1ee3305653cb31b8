import 'server-only'
import type { AdminAccess } from '../../people/access'
import { createUser } from '../../people/commands/create-user'
import { makePasswordResetLink } from '../../people/commands/make-password-reset-link'
import type { CreateUserInput } from '../../people/schema'
import { inOneTransaction } from '../../platform/db'

/** An account, and the one-time link by which its person sets a password. @throws conflict when the e-mail is taken */
export const addPerson = (admin: AdminAccess, input: CreateUserInput) =>
  inOneTransaction(async () => {
    const id = await createUser(admin, input)
    return { id, ...(await makePasswordResetLink(admin, { userId: id })) }
  })
