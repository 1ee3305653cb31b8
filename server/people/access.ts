// The proofs that gates mint. Only server/people/queries may call the `mint…` functions (checked by
// scripts/check-architecture.mjs), so whoever holds a proof has passed the gate.
import type { Rubric } from '../../criteria/checklist/schema'
import type { Actor, ApiScope } from './schema'

declare const brand: unique symbol

/** Somebody who is signed in, enabled, and an admin. */
export type AdminAccess = Actor & { readonly [brand]: 'admin' }

/** An admin's way into one study. `sealed`: means and models are withheld (blind admins, not yet closed and unblinded). */
export interface StudyAccess {
  readonly [brand]: 'study'
  readonly actor: Actor
  readonly studyId: string
  readonly slug: string
  readonly state: 'DRAFT' | 'OPEN' | 'PAUSED' | 'CLOSED'
  readonly protocolVersion: number
  readonly sealed: boolean
}

/** An annotator's way into a study that they are a member of. */
export interface MemberAccess {
  readonly [brand]: 'member'
  readonly actor: Actor
  readonly studyId: string
  readonly slug: string
  readonly state: 'DRAFT' | 'OPEN' | 'PAUSED' | 'CLOSED'
  readonly protocolVersion: number
}

/** An annotator's way to one of their own assignments. */
export interface AssignmentAccess {
  readonly [brand]: 'assignment'
  readonly actor: Actor
  readonly assignmentId: string
  readonly assignmentState: 'AHEAD' | 'SHOWN' | 'SUBMITTED' | 'SKIPPED' | 'RETURNED' | 'TAKEN' | 'CANCELLED'
  readonly studyId: string
  readonly studyState: 'DRAFT' | 'OPEN' | 'PAUSED' | 'CLOSED'
  readonly protocolVersion: number
  readonly slotCount: number
  /** The item's newest rubric; null: it has none. */
  readonly rubric: Rubric | null
  /** Criteria that are not asked of this assignment. */
  readonly omitted: readonly string[]
  readonly occasion: 'FIRST' | 'REPEAT' | 'BRIDGE' | 'ADJUDICATION'
  /** Never leaves the server. */
  readonly purpose: 'STUDY' | 'GOLD' | 'ATTENTION' | 'CALIBRATION' | 'QUALIFICATION'
  /** The item's category code; null: none. */
  readonly category: string | null
  readonly hasReference: boolean
  /** The first ratings are locked, and what they were to be made without may be shown. */
  readonly isRevealed: boolean
}

/** A program's way in, by a key that an admin made. It may do what that admin may, within the key's scopes. */
export interface ApiKeyAccess {
  readonly [brand]: 'api-key'
  readonly keyId: string
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly ApiScope[]
  /** The only study that it reaches; null: all of them, and what belongs to none. */
  readonly study: { readonly id: string; readonly slug: string } | null
  readonly expiresAt: Date | null
  /** Null: the operator made it. */
  readonly createdBy: string | null
  readonly admin: AdminAccess
}

export const mintAdminAccess = (actor: Actor) => actor as AdminAccess
export const mintApiKeyAccess = (access: Omit<ApiKeyAccess, typeof brand>) => access as ApiKeyAccess
export const mintStudyAccess = (access: Omit<StudyAccess, typeof brand>) => access as StudyAccess
export const mintMemberAccess = (access: Omit<MemberAccess, typeof brand>) => access as MemberAccess
export const mintAssignmentAccess = (access: Omit<AssignmentAccess, typeof brand>) => access as AssignmentAccess
