// Makes the demo, through the product's own commands: people, a finished study, an open one, and one in which somebody
// careless was caught. Everything in it is made up. Run again, it finds that the demo is there. Its last line is the
// accounts, as JSON.
import { createReadStream, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { importFile } from '@/server/items/commands/import-file'
import { createUser } from '@/server/people/commands/create-user'
import { requireOperator, requireOperatorStudy } from '@/server/people/queries'
import { createUserSchema } from '@/server/people/schema'
import { db, disconnect } from '@/server/platform/db'
import { sweepJudgments } from '@/server/quality/commands/sweep-judgments'
import { closeStudy } from '@/server/studies/commands/close-study'
import { createStudy } from '@/server/studies/commands/create-study'
import { openStudy } from '@/server/studies/commands/open-study'
import { setStudyAnnotators } from '@/server/studies/commands/set-annotators'
import { unblindStudy } from '@/server/studies/commands/unblind-study'
import { presetProtocol } from '@/server/studies/presets'
import type { Protocol } from '@/server/studies/schema'
import { carefully, judgeAll, judgeSome, tenForAll } from './judging'

/** For looking around on one's own machine only; printed when the demo starts. */
const password = 'made-up-for-the-demo'
const disclosure = 'Demonstration: the items, the models and the judgments are made up.'
const finishedName = 'Demo: general chat, finished'
const openName = 'Demo: general chat, open'
const checkedName = 'Demo: quality control'

const folder = path.join(process.cwd(), 'prisma', 'demo')
const readText = (name: string) => readFileSync(path.join(folder, name), 'utf8')

const carelessPerson = {
  email: 'demo-careless@example.org',
  name: 'Demo careless annotator',
  role: 'ANNOTATOR',
  languages: [{ tag: 'en', proficiency: 'NATIVE' }],
  expertise: [],
  password,
}

interface Person {
  email: string
  name: string
  role: 'ADMIN' | 'ANNOTATOR'
  languages: { tag: string; proficiency: string }[]
  expertise: string[]
}

const people = JSON.parse(readText('people.json')) as Person[]

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

function itemsFile(fileName: string) {
  const file = path.join(folder, fileName)
  return { fileName, byteSize: statSync(file).size, read: () => createReadStream(file) }
}

interface StudyPlan {
  name: string
  memberIds: string[]
  annotatorsPerItem: number
  files?: string[]
  quality?: Partial<Protocol['quality']>
}

async function addStudy({ name, memberIds, annotatorsPerItem, files = ['items.jsonl'], quality }: StudyPlan) {
  const preset = presetProtocol('general-chat')
  const protocol = {
    ...preset,
    quality: { ...preset.quality, ...quality },
    guidelines: readText('guidelines.md'),
    annotatorsPerItem,
    overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
  }
  const { slug } = await createStudy(requireOperator(), { name, preset: 'general-chat', disclosure, protocol })
  const draft = await requireOperatorStudy(slug)
  for (const file of files) {
    const imported = await importFile({ study: draft, source: itemsFile(file) })
    if (imported.status !== 'imported')
      throw new Error(`the demo's ${file} was refused: ${JSON.stringify(imported.problems)}`)
  }
  await setStudyAnnotators(draft, { set: memberIds.map(userId => ({ userId, quota: null })), remove: [] })
  await openStudy(draft)
  return slug
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
  const study = { name: { in: [finishedName, openName, checkedName] } }
  const ids = (await db.study.findMany({ where: study, select: { id: true } })).map(({ id }) => id)
  await db.judgment.deleteMany({ where: { studyId: { in: ids } } })
  await db.study.deleteMany({ where: { id: { in: ids } } })
}

async function makeDemo() {
  await clearUnfinished()
  const ids = await addPeople()
  const annotators = people.filter(person => person.role === 'ANNOTATOR').map(person => ids.get(person.email) ?? '')
  const finished = await addStudy({ name: finishedName, memberIds: annotators, annotatorsPerItem: 2 })
  await judgeAll(finished, annotators)
  await spreadOverDays(finished)
  await closeStudy(await requireOperatorStudy(finished), { acceptUnfinished: true })
  await unblindStudy(await requireOperatorStudy(finished), { reason: 'The demo shows its results.' })
  await addCheckedStudy(annotators)
  await addStudy({ name: openName, memberIds: annotators, annotatorsPerItem: 2 })
}

/** A study with gold items in which one person gives ten to everything, and is caught. */
async function addCheckedStudy(annotators: readonly string[]) {
  const careless = await db.user.findUnique({ where: { email: carelessPerson.email }, select: { id: true } })
  const carelessId = careless?.id ?? (await createUser(requireOperator(), createUserSchema.parse(carelessPerson)))
  const [careful = '', reader = ''] = annotators
  const slug = await addStudy({
    name: checkedName,
    memberIds: [careful, reader, carelessId],
    annotatorsPerItem: 2,
    files: ['items.jsonl', 'gold-items.jsonl'],
    quality: {
      gold: { minimumPerAnnotator: 6, every: 3, feedback: 'silent', threshold: 0.7, action: 'halt' },
      repeats: { share: 0.2, distance: 3 },
    },
  })
  await judgeSome(slug, careful, 16, carefully)
  await judgeSome(slug, carelessId, 9, tenForAll)
  await sweepJudgments()
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
