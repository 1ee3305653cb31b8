// Studies of the other presets. Items of which the demo tells judgments are judged; the rest is there for a visitor.
import { setAdjudicator } from '@/server/adjudication/commands/decide-disagreement'
import { findDisagreements } from '@/server/adjudication/commands/find-disagreements'
import { decideBatch } from '@/server/batches/commands/decide-batch'
import { listBatches } from '@/server/batches/queries/list-batches'
import { requireOperatorStudy } from '@/server/people/queries'
import { closeStudy } from '@/server/studies/commands/close-study'
import { unblindStudy } from '@/server/studies/commands/unblind-study'
import { type Answering, preferenceAnswers, rankingAnswers, rubricAnswers, translationAnswers } from './answers'
import { itemsFile, readLines } from './demo-files'
import { addItems, addStudy, spreadOverDays } from './demo-study'
import { judgeAll } from './judging'

export const furtherNames = {
  translated: 'Demo: translation, finished',
  translation: 'Demo: translation, open',
  rubric: 'Demo: expert rubric',
  preference: 'Demo: preference',
  ranking: 'Demo: ranking',
}
const noGold = { minimumPerAnnotator: 0, every: 10, feedback: 'silent', threshold: 0.7, action: 'flag' } as const
const quality = (disagreement: { criterion: string; difference: number } | null) => ({
  gold: noGold,
  qualification: { passShare: 0.8, attempts: 2 },
  repeats: { share: 0, distance: 20 },
  disagreement,
})

export async function closeAndUnblind(slug: string) {
  await closeStudy(await requireOperatorStudy(slug), { acceptUnfinished: true })
  await unblindStudy(await requireOperatorStudy(slug), { reason: 'The demo shows its results.' })
}

type PartlyJudged = Omit<Parameters<typeof addStudy>[0], 'files'> & {
  /** The beginning of the names of its files. */
  files: string
  /** One group after the other. */
  judges: readonly (readonly string[])[]
  answer: Answering
}

/** The judged items first, then, into the study at work, the others. */
async function addPartlyJudged({ files, judges, answer, ...plan }: PartlyJudged): Promise<string> {
  const told = new Set(readLines<{ item: string }>(`${files}-judgments.jsonl`).map(line => line.item))
  const items = `${files}-items.jsonl`
  const slug = await addStudy({ ...plan, files: [itemsFile(items, item => told.has(item))] })
  for (const group of judges) await judgeAll(slug, group, answer)
  await addItems(
    slug,
    itemsFile(items, item => !told.has(item)),
  )
  return slug
}

/** `annotators` in the order of people.json. */
export async function addFurtherStudies(annotators: readonly string[]) {
  const person = (number: number) => annotators[number - 1] ?? ''
  const common = { memberIds: annotators }

  const translation = { ...common, preset: 'translation' as const, files: [itemsFile('translation-items.jsonl')] }
  const protocol = { quality: quality(null) }
  const translated = await addStudy({ ...translation, name: furtherNames.translated, protocol })
  await judgeAll(translated, annotators, translationAnswers())
  await spreadOverDays(translated)
  await closeAndUnblind(translated)
  await addStudy({ ...translation, name: furtherNames.translation, protocol })

  // Its admins see results while it is open: not every study has something to hide from them.
  const rubric = await addPartlyJudged({
    ...common,
    name: furtherNames.rubric,
    preset: 'expert-rubric',
    files: 'rubric',
    // The fifth judges what is left, which is Arabic, and so can decide the others' disagreements only.
    judges: [[person(3), person(4)], [person(5)]],
    answer: rubricAnswers(),
    protocol: { blindAdmins: false },
  })
  await spreadOverDays(rubric)
  await findDisagreements()
  await setAdjudicator(await requireOperatorStudy(rubric), { userId: person(5), isAdjudicator: true })

  const ranking = await addPartlyJudged({
    ...common,
    name: furtherNames.ranking,
    preset: 'ranking',
    files: 'ranking',
    judges: [[person(1), person(2)]],
    answer: rankingAnswers(),
    protocol: { blindAdmins: false },
  })
  await spreadOverDays(ranking)

  const preference = await addPartlyJudged({
    ...common,
    name: furtherNames.preference,
    preset: 'preference',
    files: 'preference',
    judges: [[person(1), person(2)]],
    answer: preferenceAnswers(),
    protocol: {
      annotatorsPerItem: 1,
      overlap: { share: 0.4, minimumPerLanguage: 0, extraAnnotators: 1 },
      quality: quality(null),
    },
  })
  await spreadOverDays(preference, 20)
  const study = await requireOperatorStudy(preference)
  // The last one waits.
  for (const { userId, day } of (await listBatches(study)).slice(0, -1))
    await decideBatch(study, { userId, day, decision: 'ACCEPTED', reason: 'The sample reads as it should.' })
}
