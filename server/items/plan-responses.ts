// What becomes of the responses of a record: which are new, and which share a slot because their texts are the same.
import { responseHash, textHash } from './content-hash'
import type { ExistingItem, OpenItem, Plan, PlanContext, Refuse } from './import-plan'
import { cellNote, modelSetNote, responseCountNote } from './import-tally'
import type { ParsedRecord, ParsedResponse } from './raw-record'
import { responseKey } from './response-key'

/** What becomes of one response of a record. */
export interface Decision {
  response: ParsedResponse
  sample: number
  key: Buffer
  hash: Buffer
  outcome: 'new' | 'unchanged' | 'repeated'
}

/** Compares a record's responses with those of the line itself, of the file and of the study. */
export function decideResponses(
  record: ParsedRecord,
  existing: ExistingItem | undefined,
  { seenResponses, isSealed, late }: PlanContext,
  refuse: Refuse,
): Decision[] {
  const decisions: Decision[] = []
  for (const response of record.responses) {
    const sample = response.sample ?? 0
    const key = responseKey(record.externalId, { model: response.model, sample })
    const hash = responseHash(response.status, response.turns, response.reasoning)
    const earlierHere = decisions.find(decision => decision.key.equals(key))
    const seenAt = seenResponses.find(key)
    const stored = existing?.responses.find(one => one.model === response.model && one.sample === sample)
    const field = response.path ? `${response.path}.model` : 'model'
    const conflict = (where: string) =>
      refuse(
        'duplicate_response',
        field,
        response.model,
        `${where} has another response of this model for this item.`,
        'Take one out, or tell them apart by "sample": 0, 1, 2 …',
      )
    let outcome: Decision['outcome'] = 'new'
    if (earlierHere) {
      outcome = 'repeated'
      if (!earlierHere.hash.equals(hash)) conflict('The same line')
    } else if (seenAt >= 0) {
      outcome = 'repeated'
      if (!seenResponses.hasContent(seenAt, hash)) conflict(`Line ${seenResponses.line(seenAt)}`)
    } else if (stored) {
      outcome = 'unchanged'
      if (isSealed) late.noteUncompared(record.line)
      else if (!stored.hash.equals(hash)) conflict('The study')
    }
    decisions.push({ response, sample, key, hash, outcome })
  }
  return decisions
}

/** Takes the new ones into the plan. */
export function takeResponses(
  decisions: Decision[],
  externalId: string,
  existing: ExistingItem | undefined,
  seenAt: number,
  line: number,
  open: Map<string, OpenItem>,
  plan: Plan,
  context: PlanContext,
) {
  const { seenItems, seenResponses, tally } = context
  const cell = seenItems.note(seenAt, cellNote)
  for (const { response, sample, key, hash, outcome } of decisions) {
    if (outcome === 'repeated') continue
    seenResponses.add(key, line, hash)
    const model = tally.model(response.model, context.isNewModel)
    tally.countResponse(cell, model)
    tally.responses[outcome] += 1
    if (response.reasoning !== null) tally.responses.withReasoning += 1
    if (outcome === 'unchanged') continue
    seenItems.setNote(seenAt, modelSetNote, tally.setWith(seenItems.note(seenAt, modelSetNote), model))
    seenItems.setNote(seenAt, responseCountNote, seenItems.note(seenAt, responseCountNote) + 1)
    let item = open.get(externalId)
    if (!item) {
      // In a check, an item that came with an earlier batch is in no table: nothing is stored, so any id will do.
      item = { id: existing?.id ?? '', hasPlaces: false, responses: [...(existing?.responses ?? [])] }
      open.set(externalId, item)
    }
    const { status, turns } = response
    const own = { id: context.newId(), status, textHash: textHash(turns), representativeId: '' }
    // Of another status it may count as something else, so it is another slot.
    const same = item.responses.find(one => one.status === status && one.textHash.equals(own.textHash))
    if (same) tally.responses.sharingSlot += 1
    own.representativeId = same?.representativeId ?? own.id
    item.responses.push(own)
    plan.responses.push({ ...response, ...own, itemId: item.id, sampleIndex: sample })
  }
}
