import 'server-only'
import { createHash } from 'node:crypto'
import { codeName } from '../../items/code-name'
import type { Transaction } from '../../platform/db'
import { randomHex, randomId } from '../../platform/randomness'
import { chunksOf } from '../chunks-of'
import type { RecordedContent } from '../recorded-judgments'
import { refuseProblems } from '../refuse-problems'
import type { RecordedProblem } from '../schema'
import type { PlacedItems } from './place-recorded-items'

export interface RecordedResponses {
  /** {@link responseKey} → response id. */
  ids: Map<string, string>
  /** Model name → its place in the study's order. */
  modelOrder: Map<string, number>
  modelsCreated: string[]
  created: number
}

export const responseKey = (item: string, model: string, sample: number) => JSON.stringify([item, model, sample])

async function placeModels(tx: Transaction, studyId: string, content: RecordedContent, createMissing: boolean) {
  const known = await tx.model.findMany({ where: { studyId }, orderBy: { position: 'asc' } })
  const ids = new Map(known.map(model => [model.name, model.id]))
  const missing = content.models.filter(name => !ids.has(name))
  if (!createMissing) {
    const lineOf = (name: string) =>
      content.judgments.flatMap(judgment => judgment.scores).find(score => score.model === name)?.line ?? 1
    refuseProblems(
      missing.map(name => ({
        line: lineOf(name),
        field: 'model',
        value: name,
        message: `This study has no model "${name}".`,
        fix: 'Use the name that the study has, or create what is missing.',
      })),
    )
  }
  const taken = new Set(known.map(model => model.codeName))
  let position = Math.max(0, ...known.map(model => model.position))
  for (const name of missing) {
    let own = codeName(randomHex(4))
    while (taken.has(own)) own = codeName(randomHex(4))
    taken.add(own)
    position += 1
    const { id } = await tx.model.create({ data: { id: randomId(), studyId, name, codeName: own, position } })
    ids.set(name, id)
  }
  const order = [...known.map(model => model.name), ...missing]
  return { ids, created: missing, order: new Map(order.map((name, index) => [name, index])) }
}

/**
 * The responses that the file's scores belong to. For items whose text was not recorded, missing ones are made, each
 * standing for itself: nothing is known of what they say, so none is identical to another.
 * @throws invalid, detail.problems
 */
export async function addRecordedResponses(
  tx: Transaction,
  studyId: string,
  content: RecordedContent,
  placed: PlacedItems,
  createMissing: boolean,
): Promise<RecordedResponses> {
  const models = await placeModels(tx, studyId, content, createMissing)
  const known = new Map<string, string>()
  for (const chunk of chunksOf([...placed.itemIds.values()], 5_000)) {
    const found = await tx.responseSource.findMany({
      where: { itemId: { in: chunk } },
      select: { responseId: true, itemId: true, modelId: true, sampleIndex: true },
    })
    for (const row of found) known.set(responseKey(row.itemId, row.modelId, row.sampleIndex), row.responseId)
  }
  const ids = new Map<string, string>()
  const problems: RecordedProblem[] = []
  const missing: { id: string; itemId: string; modelId: string; sampleIndex: number }[] = []
  for (const judgment of content.judgments) {
    const itemId = placed.itemIds.get(judgment.item) ?? ''
    for (const score of judgment.scores) {
      const modelId = models.ids.get(score.model) ?? ''
      const named = responseKey(judgment.item, score.model, score.sample)
      const stored = responseKey(itemId, modelId, score.sample)
      const id = known.get(stored) ?? randomId()
      ids.set(named, id)
      if (known.has(stored)) continue
      if (createMissing && placed.recordedOnly.has(itemId)) {
        known.set(stored, id)
        missing.push({ id, itemId, modelId, sampleIndex: score.sample })
      } else
        problems.push({
          line: score.line,
          field: 'model',
          value: score.model,
          message: `Item "${judgment.item}" has no response ${score.sample} of "${score.model}" in this study.`,
          fix: 'Import the response first: only items without text are filled up.',
        })
    }
  }
  refuseProblems(problems)
  for (const chunk of chunksOf(missing, 2_000)) {
    await tx.response.createMany({
      data: chunk.map(({ id, itemId }) => ({
        id,
        itemId,
        turns: [],
        representativeId: id,
        textHash: new Uint8Array(createHash('sha256').update(`not recorded:${id}`).digest()),
      })),
    })
    await tx.responseSource.createMany({
      data: chunk.map(({ id, itemId, modelId, sampleIndex }) => ({ responseId: id, itemId, modelId, sampleIndex })),
    })
  }
  return { ids, modelOrder: models.order, modelsCreated: models.created, created: missing.length }
}
