import { runStatement } from '@/prisma/builders/run-statement'
import { importFile } from '@/server/items/commands/import-file'
import { requireOperator, requireOperatorStudy } from '@/server/people/queries'
import { createStudy } from '@/server/studies/commands/create-study'
import { openStudy } from '@/server/studies/commands/open-study'
import { setStudyAnnotators } from '@/server/studies/commands/set-annotators'
import type { PresetName } from '@/server/studies/preset-names'
import { presetProtocol } from '@/server/studies/presets'
import type { Protocol } from '@/server/studies/schema'
import { type Canaries, canaryFile, fileName } from './canary-file'
import type { CanaryItem } from './canary-items'
import type { CanaryPeople } from './canary-people'

interface CanaryStudyPlan {
  name: string
  preset: PresetName
  protocol?: Partial<Protocol>
  items: readonly CanaryItem[]
  people: CanaryPeople
  /** Before it opens. */
  prepare?: (studyId: string) => Promise<unknown>
}

/** Numbers that count up are hard to find in a page; from here on they have fifteen digits. */
export async function countFromFar(): Promise<void> {
  for (const sequence of ['places_id_seq', 'items_position_seq'])
    await runStatement(`SELECT setval('${sequence}', (7e14 + floor(random() * 1e14))::bigint)`, [])
}

/** An open study, made with the commands that admins use: create, import, choose people, open. Two judge every item. */
export async function openCanaryStudy(
  canaries: Canaries,
  plan: CanaryStudyPlan,
): Promise<{ id: string; slug: string }> {
  const preset = presetProtocol(plan.preset)
  const made = await createStudy(requireOperator(), {
    name: plan.name,
    preset: plan.preset,
    disclosure: '',
    protocol: {
      ...preset,
      guidelines: `Judge with care. (${canaries.planted})`,
      annotatorsPerItem: 2,
      completeBlocks: false,
      quality: { ...preset.quality, gold: { ...preset.quality.gold, every: 2 } },
      overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
      ...plan.protocol,
    },
  })
  const study = await requireOperatorStudy(made.id)
  const bytes = new TextEncoder().encode(canaryFile(canaries, plan.items))
  const { status, problems } = await importFile({
    study,
    source: {
      fileName: fileName(canaries),
      byteSize: bytes.length,
      read: async function* () {
        yield bytes
      },
    },
  })
  if (status !== 'imported') throw new Error(`the file was not imported: ${JSON.stringify(problems)}`)
  await plan.prepare?.(made.id)
  const { annotator, colleague } = plan.people
  const members = [annotator, colleague].map(({ id: userId }) => ({ userId, quota: null }))
  await setStudyAnnotators(study, { set: members, remove: [] })
  await openStudy(study)
  return made
}
