// Makes the demo, through the product's own commands: people, studies of all presets, and one in which somebody careless
// was caught. Everything in it is made up. Run again, it finds that the demo is there. Its last line is the accounts, as JSON.
import { createUser } from '@/server/people/commands/create-user'
import { requireOperator } from '@/server/people/queries'
import { createUserSchema } from '@/server/people/schema'
import { db, disconnect } from '@/server/platform/db'
import { sweepJudgments } from '@/server/quality/commands/sweep-judgments'
import { presetProtocol } from '@/server/studies/presets'
import { carefulAnswers, chatAnswers, tenForAll } from './answers'
import { itemsFile, readText } from './demo-files'
import { addStudy, spreadOverDays } from './demo-study'
import { addFurtherStudies, closeAndUnblind, furtherNames } from './further-studies'
import { judgeAll, judgeSome } from './judging'

/** For looking around on one's own machine only; printed when the demo starts. */
const password = 'made-up-for-the-demo'
const finishedName = 'Demo: general chat, finished'
const openName = 'Demo: general chat, open'
const checkedName = 'Demo: quality control'

interface Person {
  email: string
  name: string
  role: 'ADMIN' | 'ANNOTATOR'
  languages: { tag: string; proficiency: string }[]
  expertise: string[]
}

const carelessPerson: Person = {
  email: 'demo-careless@example.org',
  name: 'Demo careless annotator',
  role: 'ANNOTATOR',
  languages: [{ tag: 'en', proficiency: 'NATIVE' }],
  expertise: [],
}

const people = JSON.parse(readText('people.json')) as Person[]

async function addPerson(person: Person, categories: { code: string; name: string }[]): Promise<string> {
  const known = await db.user.findUnique({ where: { email: person.email }, select: { id: true } })
  const expertise = person.expertise.flatMap(name => categories.find(category => category.name === name)?.code ?? [])
  return known?.id ?? createUser(requireOperator(), createUserSchema.parse({ ...person, expertise, password }))
}

/** What an earlier start left behind when it was stopped in the middle. */
async function clearUnfinished() {
  const study = { name: { in: [finishedName, openName, checkedName, ...Object.values(furtherNames)] } }
  const ids = (await db.study.findMany({ where: study, select: { id: true } })).map(({ id }) => id)
  await db.judgment.deleteMany({ where: { studyId: { in: ids } } })
  await db.study.deleteMany({ where: { id: { in: ids } } })
}

async function makeDemo() {
  await clearUnfinished()
  const categories = await db.category.findMany({ select: { code: true, name: true } })
  // At once: a password takes its time.
  const [carelessId, ...ids] = await Promise.all([carelessPerson, ...people].map(one => addPerson(one, categories)))
  const annotators = ids.filter((_, index) => people[index]?.role === 'ANNOTATOR')
  const chat = {
    preset: 'general-chat',
    memberIds: annotators,
    protocol: { guidelines: readText('guidelines.md') },
  } as const
  const files = [itemsFile('items.jsonl')]
  const addChat = async () => {
    const finished = await addStudy({ ...chat, name: finishedName, files })
    await judgeAll(finished, annotators, chatAnswers())
    await spreadOverDays(finished)
    await closeAndUnblind(finished)
    await addCheckedStudy(annotators, carelessId ?? '')
  }
  // Two at a time: one waits for the database while the other works.
  await Promise.all([addChat(), addFurtherStudies(annotators)])
  await addStudy({ ...chat, name: openName, files })
}

/** A study with gold items in which one person gives ten to everything, and is caught. */
async function addCheckedStudy(annotators: readonly string[], carelessId: string) {
  const [careful = '', reader = ''] = annotators
  const slug = await addStudy({
    name: checkedName,
    memberIds: [careful, reader, carelessId],
    preset: 'general-chat',
    files: [itemsFile('items.jsonl'), itemsFile('gold-items.jsonl')],
    protocol: {
      guidelines: readText('guidelines.md'),
      quality: {
        ...presetProtocol('general-chat').quality,
        gold: { minimumPerAnnotator: 6, every: 3, feedback: 'silent', threshold: 0.7, action: 'halt' },
        repeats: { share: 0.2, distance: 3 },
      },
    },
  })
  await judgeSome(slug, careful, 16, carefulAnswers())
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
