// Makes the study of the proofs.
import { makeUser } from '@/prisma/builders/make-user'
import { runStatement } from '@/prisma/builders/run-statement'
import { disconnect } from '@/server/platform/db'
import { type Canaries, modelNames } from '../canary-file'
import { chatItems } from '../canary-items'
import { makeCanaryPeople } from '../canary-people'
import type { CanaryStudy } from '../canary-study'
import { countFromFar, openCanaryStudy } from '../open-canary-study'

const canaries: Canaries = JSON.parse(process.argv[2] ?? '')
await countFromFar()
const people = await makeCanaryPeople(canaries)
const newcomer = await makeUser({ welcomed: false })
const stranger = await makeUser({ languages: [{ tag: 'en', proficiency: 'NATIVE' }] })
const admin = await makeUser({ role: 'ADMIN' })
const { id, slug } = await openCanaryStudy(canaries, {
  name: 'A study with canaries',
  preset: 'general-chat',
  items: chatItems,
  people,
  // Two of its items check annotators; their known answers are nobody's business.
  prepare: study =>
    runStatement(
      `UPDATE items SET purpose = 'GOLD', expected = $2::jsonb, explanation = $3
       WHERE study_id = $1 AND (messages->0->>'text' LIKE 'Prompt number 0.%' OR messages->0->>'text' LIKE 'Prompt number 1.%')`,
      [
        study,
        JSON.stringify([
          { criterion: 'score', response: { model: modelNames(canaries)[0], sample: 0 }, value: 7, tolerance: 0 },
        ]),
        `Known because of ${canaries.secret.explanation}.`,
      ],
    ),
})
await disconnect()

const made: CanaryStudy = { studyId: id, slug, ...people, newcomer, stranger, admin }
console.log(JSON.stringify(made))
