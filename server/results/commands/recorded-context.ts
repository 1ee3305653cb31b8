import 'server-only'
import { type Rubric, rubricSchema } from '../../../criteria/checklist/schema'
import { messageSchema } from '../../items/schema'
import type { Transaction } from '../../platform/db'
import { chunksOf } from '../chunks-of'
import type { RecordedKindName } from '../recorded/file-kind'
import { itemOf } from '../recorded/read-statements'
import type { FileRow } from '../recorded/recorded-file'
import { type ReadingContext, refKey } from '../recorded/statement'

type Known = Pick<ReadingContext, 'rubricOf' | 'turnsOf'>

/** What the study knows of the items that a file names, as far as its kind asks for it: rubrics, or texts. */
export async function readRecordedContext(
  tx: Transaction,
  studyId: string,
  kind: RecordedKindName,
  rows: readonly FileRow[],
): Promise<Known> {
  const rubrics = new Map<string, Rubric>()
  const texts = new Map<string, readonly string[]>()
  const textKey = (item: string, ref: Parameters<Known['turnsOf']>[1]) => JSON.stringify([item, ref && refKey(ref)])
  const names = kind === 'checklists' || kind === 'spans' ? [...new Set(rows.flatMap(row => itemOf(row) ?? []))] : []
  for (const chunk of chunksOf(names, 1_000)) {
    const items = await tx.item.findMany({
      where: { studyId, externalId: { in: chunk }, recordedOnly: false },
      select: {
        externalId: true,
        messages: kind === 'spans',
        rubrics: { orderBy: { version: 'desc' }, take: 1, select: { version: true, points: true } },
        responses: {
          take: kind === 'spans' ? undefined : 0,
          select: { turns: true, source: { select: { sampleIndex: true, model: { select: { name: true } } } } },
        },
      },
    })
    for (const { externalId, messages, rubrics: versions, responses } of items) {
      const [newest] = versions
      if (newest) rubrics.set(externalId, rubricSchema.parse(newest))
      if (kind !== 'spans') continue
      const said = messageSchema.array().parse(messages)
      texts.set(
        textKey(externalId, null),
        said.map(message => message.text),
      )
      for (const { turns, source } of responses)
        if (source) texts.set(textKey(externalId, { model: source.model.name, sample: source.sampleIndex }), turns)
    }
  }
  return {
    rubricOf: item => rubrics.get(item) ?? null,
    turnsOf: (item, ref) => texts.get(textKey(item, ref)) ?? null,
  }
}
