import 'server-only'
import type { Transaction } from '../../platform/db'
import { planReservedPlaces } from '../../quality/commands/plan-reserved-places'
import { protocolSchema } from '../../studies/schema'
import { matchingLanguages, scarcestFirst } from '../language-match'

/**
 * Recomputes which languages and categories the members of a study may judge (study_annotators.languages and
 * expertise_ids): of one study, or of all studies of a person; then what is reserved for each of them. Call it whenever
 * people, memberships or items change, and when a study opens.
 */
export async function refreshEligibility(tx: Transaction, of: { studyId: string } | { userId: string }): Promise<void> {
  const studyIds =
    'studyId' in of
      ? [of.studyId]
      : (
          await tx.studyAnnotator.findMany({
            where: { userId: of.userId, study: { state: { not: 'CLOSED' } } },
            select: { studyId: true },
          })
        ).map(member => member.studyId)
  const categories = new Map(
    (await tx.category.findMany({ select: { id: true, code: true } })).map(({ code, id }) => [code, id]),
  )
  for (const studyId of studyIds.sort()) await refreshStudy(tx, studyId, categories)
}

async function refreshStudy(tx: Transaction, studyId: string, categories: ReadonlyMap<string, string>) {
  const study = await tx.study.findUnique({ where: { id: studyId }, select: { protocolVersion: true } })
  const stored = await tx.protocol.findFirst({ where: { studyId, version: study?.protocolVersion ?? 0 } })
  if (!stored) return
  const { minimumProficiency } = protocolSchema.parse(stored.definition)
  const wanted = (
    await tx.$queryRaw<
      { language: string }[]
    >`SELECT DISTINCT language_key(source_language, language) AS language FROM items WHERE study_id = ${studyId}::uuid AND NOT recorded_only`
  ).map(row => row.language)
  const members = await tx.studyAnnotator.findMany({
    where: { studyId, removedAt: null },
    orderBy: { userId: 'asc' }, // one order of locks for all who refresh
    select: {
      userId: true,
      user: { select: { expertise: true, disabledAt: true, languages: { select: { tag: true, proficiency: true } } } },
    },
  })
  const languages = scarcestFirst(
    new Map(
      members.map(({ userId, user }) => [
        userId,
        user.disabledAt ? [] : matchingLanguages(user.languages, wanted, minimumProficiency),
      ]),
    ),
  )
  for (const { userId, user } of members) {
    await tx.studyAnnotator.update({
      where: { studyId_userId: { studyId, userId } },
      data: {
        languages: languages.get(userId) ?? [],
        expertiseIds: user.expertise.flatMap(code => categories.get(code) ?? []),
      },
    })
  }
  await planReservedPlaces(tx, studyId)
}
