import 'server-only'
import type { StudyAccess } from '../../people/access'
import type { Proficiency } from '../../people/schema'
import { db } from '../../platform/db'
import { type ItemGroup, matchPerson, type PersonMatch } from '../people-match'
import { getStudySettings } from './get-study'

export interface PersonOfStudy {
  userId: string
  name: string
  email: string
  languages: { tag: string; proficiency: Proficiency }[]
  /** Codes of categories. */
  expertise: string[]
  match: PersonMatch
}

export interface StudyMember extends PersonOfStudy {
  /** Their own; null: the protocol's. */
  quota: number | null
  isDisabled: boolean
  judged: number
  /** On their screen now. */
  shown: number
}

export interface StudyPeople {
  members: StudyMember[]
  /** Took part once; what they judged stays. */
  formerMembers: { userId: string; name: string; removedAt: Date; judged: number }[]
  /** Everybody else who may be added. */
  candidates: PersonOfStudy[]
  protocolQuota: number | null
}

const personColumns = {
  name: true,
  email: true,
  expertise: true,
  disabledAt: true,
  languages: { select: { tag: true, proficiency: true } },
} as const

/** Who takes part in a study, who could, and how much of it each of them matches. */
export async function getStudyPeople(study: StudyAccess): Promise<StudyPeople> {
  const { studyId } = study
  const [{ protocol }, groups, rows, counts, others] = await Promise.all([
    getStudySettings(study),
    db.$queryRaw<
      ItemGroup[]
    >`SELECT language_key(i.source_language, i.language) AS language, c.code AS category, count(*)::int AS items
      FROM items i LEFT JOIN categories c ON c.id = i.category_id
      WHERE i.study_id = ${studyId}::uuid AND i.purpose = 'STUDY' AND NOT i.recorded_only GROUP BY 1, 2 ORDER BY 1, 2`,
    db.studyAnnotator.findMany({
      where: { studyId },
      select: { userId: true, quota: true, removedAt: true, user: { select: personColumns } },
      orderBy: { user: { name: 'asc' } },
    }),
    db.$queryRaw<{ user_id: string; judged: number; shown: number }[]>`
      SELECT a.user_id, count(*) FILTER (WHERE a.state = 'SUBMITTED' AND a.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY')::int AS judged,
        count(*) FILTER (WHERE a.state = 'SHOWN')::int AS shown
      FROM assignments a JOIN items i ON i.id = a.item_id WHERE a.study_id = ${studyId}::uuid GROUP BY a.user_id`,
    db.user.findMany({
      where: { disabledAt: null, studies: { none: { studyId, removedAt: null } } },
      select: { id: true, ...personColumns },
      orderBy: { name: 'asc' },
      take: 2000,
    }),
  ])
  const countOf = (userId: string) => counts.find(row => row.user_id === userId) ?? { judged: 0, shown: 0 }
  const describe = (userId: string, quota: number | null, user: (typeof rows)[number]['user']): PersonOfStudy => {
    const { name, email, languages, expertise } = user
    return {
      userId,
      name,
      email,
      languages,
      expertise,
      match: matchPerson({ userId, languages, expertise, quota }, groups, protocol),
    }
  }
  return {
    members: rows
      .filter(row => !row.removedAt)
      .map(({ userId, quota, user }) => {
        const { judged, shown } = countOf(userId)
        return { ...describe(userId, quota, user), quota, isDisabled: user.disabledAt !== null, judged, shown }
      }),
    formerMembers: rows.flatMap(({ userId, removedAt, user }) =>
      removedAt ? [{ userId, name: user.name, removedAt, judged: countOf(userId).judged }] : [],
    ),
    candidates: others.map(user => describe(user.id, null, user)),
    protocolQuota: protocol.quotaPerAnnotator,
  }
}
