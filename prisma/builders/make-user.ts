import { randomBytes, randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { Proficiency, Role } from '../../server/people/schema'
import { runStatement } from './run-statement'

export interface UserOptions {
  email?: string
  name?: string
  role?: Role
  /** Null: single sign-on only. */
  password?: string | null
  languages?: { tag: string; proficiency: Proficiency }[]
  /** Codes of categories. */
  expertise?: string[]
  disabled?: boolean
  /** Default: true, so that nobody is sent to /welcome. */
  welcomed?: boolean
  /** Default: true, so that no tour is on the judging page. */
  toured?: boolean
}

export interface MadeUser {
  id: string
  email: string
  name: string
  role: Role
  password: string
}

/** A person in the database of DATABASE_URL, annotator unless told otherwise, with an own random e-mail and password. */
export async function makeUser(options: UserOptions = {}): Promise<MadeUser> {
  const tag = randomBytes(5).toString('hex')
  const user: MadeUser = {
    id: randomUUID(),
    email: (options.email ?? `person-${tag}@example.org`).toLowerCase(),
    name: options.name ?? `Person ${tag}`,
    role: options.role ?? 'ANNOTATOR',
    password: options.password ?? `made-up secret ${tag}`,
  }
  // The smallest cost: a real hash, but made quickly.
  const passwordHash =
    options.password === null ? null : await hash(user.password, { memoryCost: 1024, timeCost: 1, parallelism: 1 })
  const languages = options.languages ?? []
  await runStatement(
    `WITH person AS (
       INSERT INTO users (id, email, name, pseudonym, password_hash, role, expertise, disabled_at, welcomed_at, toured_at)
       VALUES ($1, $2, $3, $4, $5, $6::"Role", $7, CASE WHEN $8 THEN now() END, CASE WHEN $9 THEN now() END,
         CASE WHEN $10 THEN now() END) RETURNING id)
     INSERT INTO user_languages (user_id, tag, proficiency)
     SELECT person.id, l.tag, l.proficiency::"Proficiency" FROM person, unnest($11::text[], $12::text[]) l(tag, proficiency)`,
    [
      user.id,
      user.email,
      user.name,
      `annotator-${tag}`,
      passwordHash,
      user.role,
      options.expertise ?? [],
      options.disabled ?? false,
      options.welcomed ?? true,
      options.toured ?? true,
      languages.map(language => language.tag),
      languages.map(language => language.proficiency),
    ],
  )
  return user
}
