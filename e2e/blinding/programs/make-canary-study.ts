// Makes the study of the proofs with the commands that admins use: create, import, choose people, open.
import { makeUser } from '@/prisma/builders/make-user'
import { runStatement } from '@/prisma/builders/run-statement'
import { importFile } from '@/server/items/commands/import-file'
import { requireOperator, requireOperatorStudy } from '@/server/people/queries'
import { disconnect } from '@/server/platform/db'
import { createStudy } from '@/server/studies/commands/create-study'
import { openStudy } from '@/server/studies/commands/open-study'
import { setStudyAnnotators } from '@/server/studies/commands/set-annotators'
import { presetProtocol } from '@/server/studies/presets'
import { type Canaries, canaryFile, fileName, modelNames } from '../canary-file'
import type { CanaryStudy } from '../canary-study'

const canaries: Canaries = JSON.parse(process.argv[2] ?? '')

// Numbers that count up are hard to find in a page; from here on they have fifteen digits.
for (const sequence of ['places_id_seq', 'items_position_seq'])
  await runStatement(`SELECT setval('${sequence}', (7e14 + floor(random() * 1e14))::bigint)`, [])

const languages = ['en', 'ar'].map(tag => ({ tag, proficiency: 'NATIVE' as const }))
const annotator = await makeUser({ languages })
const colleague = await makeUser({
  languages,
  name: `Colleague ${canaries.secret.colleague}`,
  email: `colleague@${canaries.secret.colleague}.example.org`,
})
const newcomer = await makeUser({ welcomed: false })
const stranger = await makeUser({ languages })
const admin = await makeUser({ role: 'ADMIN' })

const preset = presetProtocol('general-chat')
const { id, slug } = await createStudy(requireOperator(), {
  name: 'A study with canaries',
  preset: 'general-chat',
  disclosure: '',
  protocol: {
    ...preset,
    guidelines: `Judge with care. (${canaries.planted})`,
    annotatorsPerItem: 2,
    completeBlocks: false,
    quality: { ...preset.quality, gold: { ...preset.quality.gold, every: 2 } },
    overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
  },
})
const study = await requireOperatorStudy(id)
const bytes = new TextEncoder().encode(canaryFile(canaries))
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
// Two of its items check annotators; their known answers are nobody's business.
await runStatement(
  `UPDATE items SET purpose = 'GOLD', expected = $2::jsonb, explanation = $3
   WHERE study_id = $1 AND (messages->0->>'text' LIKE 'Prompt number 0.%' OR messages->0->>'text' LIKE 'Prompt number 1.%')`,
  [
    id,
    JSON.stringify([
      { criterion: 'score', response: { model: modelNames(canaries)[0], sample: 0 }, value: 7, tolerance: 0 },
    ]),
    `Known because of ${canaries.secret.explanation}.`,
  ],
)
const members = [annotator, colleague].map(({ id: userId }) => ({ userId, quota: null }))
await setStudyAnnotators(study, { set: members, remove: [] })
await openStudy(study)
await disconnect()

const made: CanaryStudy = { studyId: id, slug, annotator, colleague, newcomer, stranger, admin }
console.log(JSON.stringify(made))
