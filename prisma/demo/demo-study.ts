// Makes a study of the demo, and moves what was judged in it into the past.
import { importFile } from '@/server/items/commands/import-file'
import { requireOperator, requireOperatorStudy } from '@/server/people/queries'
import { db } from '@/server/platform/db'
import { createStudy } from '@/server/studies/commands/create-study'
import { openStudy } from '@/server/studies/commands/open-study'
import { setStudyAnnotators } from '@/server/studies/commands/set-annotators'
import type { PresetName } from '@/server/studies/preset-names'
import { presetProtocol } from '@/server/studies/presets'
import type { Protocol } from '@/server/studies/schema'
import type { itemsFile } from './demo-files'

const disclosure = 'Demonstration: the items, the models and the judgments are made up.'

interface StudyPlan {
  name: string
  preset: PresetName
  memberIds: readonly string[]
  files: ReturnType<typeof itemsFile>[]
  /** In place of the preset's. Two annotators for each item unless it says otherwise. */
  protocol?: Partial<Protocol>
}

/** An open study. Returns its slug. */
export async function addStudy({ name, preset, memberIds, files, protocol }: StudyPlan): Promise<string> {
  const { slug } = await createStudy(requireOperator(), {
    name,
    preset,
    disclosure,
    protocol: {
      ...presetProtocol(preset),
      annotatorsPerItem: 2,
      overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
      ...protocol,
    },
  })
  for (const file of files) await addItems(slug, file)
  const draft = await requireOperatorStudy(slug)
  await setStudyAnnotators(draft, { set: memberIds.map(userId => ({ userId, quota: null })), remove: [] })
  await openStudy(draft)
  return slug
}

/** Into a draft, or into a study at work. */
export async function addItems(slug: string, source: ReturnType<typeof itemsFile>) {
  const imported = await importFile({ study: await requireOperatorStudy(slug), source })
  if (imported.status !== 'imported')
    throw new Error(`the demo's ${source.fileName} was refused: ${JSON.stringify(imported.problems)}`)
}

/** As if it had been opened and judged from two weeks ago on, so that the charts of progress have something to show. */
export async function spreadOverDays(slug: string, minutesApart = 300) {
  await db.$executeRaw`UPDATE studies SET opened_at = now() - interval '14 days', created_at = created_at - interval '14 days' WHERE slug = ${slug}`
  await db.$executeRaw`
    WITH turns AS (
      SELECT j.id, now() - interval '14 days' + (row_number() OVER (ORDER BY j.submitted_at)) * make_interval(mins => ${minutesApart}) AS at
      FROM judgments j JOIN studies s ON s.id = j.study_id WHERE s.slug = ${slug})
    UPDATE judgments SET submitted_at = turns.at FROM turns WHERE turns.id = judgments.id`
  await db.$executeRaw`
    UPDATE assignments a SET ended_at = j.submitted_at, shown_at = j.submitted_at - j.active_ms * interval '1 millisecond'
    FROM judgments j JOIN studies s ON s.id = j.study_id WHERE j.assignment_id = a.id AND s.slug = ${slug}`
  await db.$executeRaw`
    UPDATE item_messages m SET created_at = a.ended_at FROM assignments a JOIN studies s ON s.id = a.study_id
    WHERE m.assignment_id = a.id AND s.slug = ${slug}`
}
