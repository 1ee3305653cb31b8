// Makes the demo, through the product's own commands: people, a finished study and an open one. Everything in it is made
// up. Run again, it finds that the demo is there. Its last line is the accounts, as JSON.
import { createReadStream, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { continueStudy } from '@/server/assignments/commands/lease-assignment'
import { importFile } from '@/server/items/commands/import-file'
import { submitJudgment } from '@/server/judgments/commands/submit-judgment'
import type { JudgmentContent } from '@/server/judgments/schema'
import { createUser } from '@/server/people/commands/create-user'
import { startSignIn } from '@/server/people/commands/start-sign-in'
import { requireAssignment, requireMember, requireOperator, requireOperatorStudy } from '@/server/people/queries'
import { createUserSchema } from '@/server/people/schema'
import { db, disconnect } from '@/server/platform/db'
import { randomId } from '@/server/platform/randomness'
import { closeStudy } from '@/server/studies/commands/close-study'
import { createStudy } from '@/server/studies/commands/create-study'
import { openStudy } from '@/server/studies/commands/open-study'
import { setStudyAnnotators } from '@/server/studies/commands/set-annotators'
import { unblindStudy } from '@/server/studies/commands/unblind-study'
import { presetProtocol } from '@/server/studies/presets'

/** For looking around on one's own machine only; printed when the demo starts. */
const password = 'made-up-for-the-demo'
const disclosure = 'Demonstration: the items, the models and the judgments are made up.'
const finishedName = 'Demo: general chat, finished'
const openName = 'Demo: general chat, open'

const folder = path.join(process.cwd(), 'prisma', 'demo')
const readText = (name: string) => readFileSync(path.join(folder, name), 'utf8')

interface Person {
  email: string
  name: string
  role: 'ADMIN' | 'ANNOTATOR'
  languages: { tag: string; proficiency: string }[]
  expertise: string[]
}

interface DemoJudgment {
  item: string
  annotator: string
  scores: Record<string, number>
  comments: Record<string, string>
  active_seconds: number
}

const people = JSON.parse(readText('people.json')) as Person[]
const judgments = readText('judgments.jsonl')
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line) as DemoJudgment)

async function addPeople() {
  const categories = await db.category.findMany({ select: { code: true, name: true } })
  const ids = new Map<string, string>()
  for (const person of people) {
    const expertise = person.expertise.flatMap(name => categories.find(category => category.name === name)?.code ?? [])
    const input = createUserSchema.parse({ ...person, expertise, password })
    const known = await db.user.findUnique({ where: { email: person.email }, select: { id: true } })
    ids.set(person.email, known?.id ?? (await createUser(requireOperator(), input)))
  }
  return ids
}

function itemsFile() {
  const file = path.join(folder, 'items.jsonl')
  return { fileName: 'items.jsonl', byteSize: statSync(file).size, read: () => createReadStream(file) }
}

async function addStudy(name: string, memberIds: string[], annotatorsPerItem: number) {
  const protocol = {
    ...presetProtocol('general-chat'),
    guidelines: readText('guidelines.md'),
    annotatorsPerItem,
    overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
  }
  const { slug } = await createStudy(requireOperator(), { name, preset: 'general-chat', disclosure, protocol })
  const draft = await requireOperatorStudy(slug)
  const imported = await importFile({ study: draft, source: itemsFile() })
  if (imported.status !== 'imported')
    throw new Error(`the demo's items were refused: ${JSON.stringify(imported.problems)}`)
  await setStudyAnnotators(draft, { set: memberIds.map(userId => ({ userId, quota: null })), remove: [] })
  await openStudy(draft)
  return slug
}

/** What a demo judgment says of the responses in the slots of an assignment. */
async function contentFor(assignmentId: string) {
  const { place } = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    include: { place: { include: { item: true } } },
  })
  const told = judgments.filter(judgment => judgment.item === place.item.externalId)[place.round - 1]
  if (!told) throw new Error(`there is no demo judgment ${place.round} of ${place.item.externalId}`)
  const sources = await db.responseSource.findMany({
    where: { responseId: { in: place.slotOrder } },
    select: { responseId: true, model: { select: { name: true } } },
  })
  const ratings: JudgmentContent['ratings'] = place.slotOrder.flatMap((responseId, index) => {
    const model = sources.find(source => source.responseId === responseId)?.model.name ?? ''
    const text = told.comments[model]
    const slot = index + 1
    const score = { criterion: 'score', slot, value: told.scores[model] ?? 0 }
    return text ? [score, { criterion: 'comment', slot, text }] : [score]
  })
  return { content: { ratings }, told }
}

/** Everybody judges in turn until nothing is left, as in the product. */
async function judgeAll(slug: string, annotators: readonly string[]) {
  const signIns = await Promise.all(annotators.map(userId => startSignIn(db, userId, null)))
  for (let left = true; left; ) {
    left = false
    for (const signInId of signIns) {
      const got = await continueStudy(await requireMember(signInId, slug))
      if (got.status !== 'assignment') continue
      left = true
      const { content, told } = await contentFor(got.assignment)
      const access = await requireAssignment(signInId, got.assignment)
      await submitJudgment(access, { key: randomId(), content, activeMs: 0 })
      await db.judgment.updateMany({
        where: { assignmentId: got.assignment },
        data: { activeMs: told.active_seconds * 1000 },
      })
    }
  }
  await db.signIn.deleteMany({ where: { id: { in: signIns } } })
}

/** As if it had been judged over the last two weeks, so that the charts of progress have something to show. */
async function spreadOverDays(slug: string) {
  await db.$executeRaw`
    WITH turns AS (
      SELECT j.id, now() - interval '14 days' + (row_number() OVER (ORDER BY j.submitted_at)) * interval '5 hours' AS at
      FROM judgments j JOIN studies s ON s.id = j.study_id WHERE s.slug = ${slug})
    UPDATE judgments SET submitted_at = turns.at FROM turns WHERE turns.id = judgments.id`
  await db.$executeRaw`
    UPDATE assignments a SET ended_at = j.submitted_at, shown_at = j.submitted_at - j.active_ms * interval '1 millisecond'
    FROM judgments j JOIN studies s ON s.id = j.study_id WHERE j.assignment_id = a.id AND s.slug = ${slug}`
}

/** What an earlier start left behind when it was stopped in the middle. */
async function clearUnfinished() {
  const study = { name: { in: [finishedName, openName] } }
  const ids = (await db.study.findMany({ where: study, select: { id: true } })).map(({ id }) => id)
  await db.judgment.deleteMany({ where: { studyId: { in: ids } } })
  await db.study.deleteMany({ where: { id: { in: ids } } })
}

async function makeDemo() {
  await clearUnfinished()
  const ids = await addPeople()
  const annotators = people.filter(person => person.role === 'ANNOTATOR').map(person => ids.get(person.email) ?? '')
  const finished = await addStudy(finishedName, annotators, 2)
  await judgeAll(finished, annotators)
  await spreadOverDays(finished)
  await closeStudy(await requireOperatorStudy(finished), { acceptUnfinished: true })
  await unblindStudy(await requireOperatorStudy(finished), { reason: 'The demo shows its results.' })
  await addStudy(openName, annotators, 2)
}

const isThere = await db.study.findFirst({ where: { name: openName }, select: { id: true } })
if (!isThere) await makeDemo()
await disconnect()
const accounts = people.map(({ role, name, email, languages }) => ({
  role: role === 'ADMIN' ? 'admin' : 'annotator',
  name,
  email,
  password,
  languages: languages.map(language => language.tag),
}))
console.log(JSON.stringify({ accounts }))
