import 'server-only'
import { createHash } from 'node:crypto'
import { codeName } from '../../items/code-name'
import type { Transaction } from '../../platform/db'
import { randomHex, randomId } from '../../platform/randomness'
import { chunksOf } from '../chunks-of'
import type { GroupedJudgments } from '../recorded/group-judgments'
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

/** Nothing is known of what it says, so it is identical to no other. */
const unrecordedHash = (id: string) => createHash('sha256').update(`not recorded:${id}`).digest('hex')

async function placeModels(tx: Transaction, studyId: string, content: GroupedJudgments, createMissing: boolean) {
  const known = await tx.model.findMany({ where: { studyId }, orderBy: { position: 'asc' } })
  const ids = new Map(known.map(model => [model.name, model.id]))
  const missing = content.models.filter(name => !ids.has(name))
  if (!createMissing) {
    const lineOf = (name: string) =>
      content.judgments.flatMap(judgment => judgment.refs).find(ref => ref.model === name)?.line ?? 1
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
 * The responses that the file speaks of. For items whose text was not recorded, missing ones are made, each
 * standing for itself: nothing is known of what they say, so none is identical to another.
 * @throws invalid, detail.problems
 */
export async function addRecordedResponses(
  tx: Transaction,
  studyId: string,
  content: GroupedJudgments,
  placed: PlacedItems,
  createMissing: boolean,
): Promise<RecordedResponses> {
  const models = await placeModels(tx, studyId, content, createMissing)
  const known = new Map<string, string>()
  for (const chunk of chunksOf([...placed.itemIds.values()], 5_000)) {
    const found = await tx.$queryRaw<{ responseId: string; itemId: string; modelId: string; sampleIndex: number }[]>`
      SELECT response_id::text AS "responseId", item_id::text AS "itemId", model_id::text AS "modelId", sample_index AS "sampleIndex"
      FROM response_sources WHERE item_id = ANY (${chunk}::uuid[])`
    for (const row of found) known.set(responseKey(row.itemId, row.modelId, row.sampleIndex), row.responseId)
  }
  const ids = new Map<string, string>()
  const problems: RecordedProblem[] = []
  const missing: { id: string; itemId: string; modelId: string; sampleIndex: number }[] = []
  for (const judgment of content.judgments) {
    const itemId = placed.itemIds.get(judgment.item) ?? ''
    for (const ref of judgment.refs) {
      const modelId = models.ids.get(ref.model) ?? ''
      const named = responseKey(judgment.item, ref.model, ref.sample)
      const stored = responseKey(itemId, modelId, ref.sample)
      const id = known.get(stored) ?? randomId()
      ids.set(named, id)
      if (known.has(stored)) continue
      if (createMissing && placed.recordedOnly.has(itemId)) {
        known.set(stored, id)
        missing.push({ id, itemId, modelId, sampleIndex: ref.sample })
      } else
        problems.push({
          line: ref.line,
          field: 'model',
          value: ref.model,
          message: `Item "${judgment.item}" has no response ${ref.sample} of "${ref.model}" in this study.`,
          fix: 'Import the response first: only items without text are filled up.',
        })
    }
  }
  refuseProblems(problems)
  for (const chunk of chunksOf(missing, 5_000)) {
    const rows = chunk.map(one => ({ ...one, hash: unrecordedHash(one.id) }))
    await tx.$executeRaw`
      INSERT INTO responses (id, item_id, turns, representative_id, text_hash)
      SELECT g.id, g."itemId", '{}', g.id, decode(g.hash, 'hex')
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g(id uuid, "itemId" uuid, hash text)`
    await tx.$executeRaw`
      INSERT INTO response_sources (response_id, item_id, model_id, sample_index)
      SELECT g.id, g."itemId", g."modelId", g."sampleIndex"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g(id uuid, "itemId" uuid, "modelId" uuid, "sampleIndex" int)`
  }
  return { ids, modelOrder: models.order, modelsCreated: models.created, created: missing.length }
}
