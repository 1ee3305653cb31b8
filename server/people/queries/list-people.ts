import 'server-only'
import { now } from '../../platform/clock'
import { db } from '../../platform/db'
import type { AdminAccess } from '../access'
import { invitationState } from '../invitation-state'
import { type InvitationState, type PersonLanguage, proficiencies, type Role } from '../schema'

export interface Person {
  id: string
  name: string
  email: string
  pseudonym: string
  role: Role
  isDisabled: boolean
  /** An annotator who has not declared languages yet. */
  isNew: boolean
  hasPassword: boolean
  languages: PersonLanguage[]
  expertise: string[]
  lastSignInAt: Date | null
  isMe: boolean
}

/** Everybody, by name. */
export async function listPeople(admin: AdminAccess): Promise<Person[]> {
  const users = await db.user.findMany({
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      pseudonym: true,
      role: true,
      disabledAt: true,
      welcomedAt: true,
      passwordHash: true,
      expertise: true,
      languages: { select: { tag: true, proficiency: true }, orderBy: { tag: 'asc' } },
      signIns: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
    },
  })
  return users.map(({ disabledAt, welcomedAt, passwordHash, signIns, languages, ...user }) => ({
    ...user,
    languages: languages.toSorted(
      (a, b) => proficiencies.indexOf(b.proficiency) - proficiencies.indexOf(a.proficiency),
    ),
    isDisabled: disabledAt !== null,
    isNew: user.role === 'ANNOTATOR' && welcomedAt === null,
    hasPassword: passwordHash !== null,
    lastSignInAt: signIns[0]?.createdAt ?? null,
    isMe: user.id === admin.userId,
  }))
}

export interface InvitationSummary {
  id: string
  role: Role
  note: string
  uses: number
  maxUses: number
  expiresAt: Date
  createdAt: Date
  state: InvitationState
  studyName: string | null
  createdBy: string | null
}

/** Invitations, the newest first; at most 500. Their links cannot be shown again. */
export async function listInvitations(_admin: AdminAccess): Promise<InvitationSummary[]> {
  const invitations = await db.invitation.findMany({
    orderBy: { createdAt: 'desc' },
    take: 500,
    select: {
      id: true,
      role: true,
      note: true,
      uses: true,
      maxUses: true,
      expiresAt: true,
      createdAt: true,
      revokedAt: true,
      createdById: true,
      study: { select: { name: true } },
    },
  })
  const creators = new Map(
    (
      await db.user.findMany({
        where: { id: { in: invitations.flatMap(invitation => invitation.createdById ?? []) } },
        select: { id: true, name: true },
      })
    ).map(user => [user.id, user.name]),
  )
  const at = now()
  return invitations.map(({ createdById, study, revokedAt, ...invitation }) => ({
    ...invitation,
    state: invitationState({ ...invitation, revokedAt }, at),
    studyName: study?.name ?? null,
    createdBy: createdById ? (creators.get(createdById) ?? null) : null,
  }))
}

/** Studies that people can still be invited to, by name. */
export const listInvitableStudies = (_admin: AdminAccess): Promise<{ id: string; name: string }[]> =>
  db.study.findMany({
    where: { state: { not: 'CLOSED' }, archivedAt: null },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
