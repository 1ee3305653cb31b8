// Decides what becomes of a batch of parsed records, given what the study holds: rows to store, and problems.

import type { RubricPoint } from '../../criteria/checklist/schema'
import { canonicalJson } from '../audit/canonical-json'
import type { CategoryMatch } from './category-matcher'
import { itemHash, lineHash, responseHash, sha256, textHash } from './content-hash'
import { type ImportProblems, shownValue } from './import-problems'
import { cellNote, type ImportTally, modelSetNote, responseCountNote } from './import-tally'
import type { ParsedItem, ParsedRecord, ParsedResponse, Status } from './raw-record'
import type { SeenKeys } from './seen-keys'

export const mostResponsesPerItem = 8

export interface ExistingResponse {
  id: string
  model: string
  sample: number
  /** responseHash */
  hash: Buffer
  textHash: Buffer
  representativeId: string
  status: Status
}

export interface ExistingItem {
  id: string
  contentHash: Buffer
  language: string
  category: string | null
  /** Annotators may have it: its responses are settled. */
  hasPlaces: boolean
  responses: ExistingResponse[]
  /** Points of the newest version. Looked up only for the items that a batch brings rubrics for. */
  rubric?: unknown
}

export interface PlannedItem extends ParsedItem {
  id: string
  externalId: string
  categoryCode: string | null
  contentHash: Buffer
}

export interface PlannedResponse extends ParsedResponse {
  id: string
  itemId: string
  sampleIndex: number
  textHash: Buffer
  representativeId: string
}

export interface PlannedRubric {
  itemId: string
  points: RubricPoint[]
  /** The item had another one, or none. */
  isChange: boolean
}

export interface Plan {
  items: PlannedItem[]
  responses: PlannedResponse[]
  rubrics: PlannedRubric[]
}

/** What lasts over all batches of a file. */
export interface PlanContext {
  seenItems: SeenKeys
  seenResponses: SeenKeys
  tally: ImportTally
  problems: ImportProblems
  matchCategory: (given: string) => CategoryMatch
  foldCategory: (given: string) => string
  isNewModel: (name: string) => boolean
  newId: () => string
  /** A draft takes another rubric for an item that it has. */
  isDraft: boolean
}

const unitSeparator = '\u001f'

interface OpenItem {
  id: string
  hasPlaces: boolean
  responses: Pick<ExistingResponse, 'id' | 'textHash' | 'representativeId' | 'status'>[]
}

interface Decision {
  response: ParsedResponse
  sample: number
  key: Buffer
  hash: Buffer
  outcome: 'new' | 'unchanged' | 'repeated'
}

/** Plans one batch. `existing`: what the study holds of the batch's ids (in an import: with what the file brought before). */
export function planRecords(
  records: readonly ParsedRecord[],
  existing: ReadonlyMap<string, ExistingItem>,
  context: PlanContext,
): Plan {
  const plan: Plan = { items: [], responses: [], rubrics: [] }
  const open = new Map<string, OpenItem>()
  for (const record of records) planRecord(record, existing.get(record.externalId), open, plan, context)
  return plan
}

function planRecord(
  record: ParsedRecord,
  existing: ExistingItem | undefined,
  open: Map<string, OpenItem>,
  plan: Plan,
  context: PlanContext,
) {
  const { seenItems, tally, problems } = context
  const { line, externalId, item } = record
  let isBad = false
  for (const problem of record.problems) {
    problems.add(problem)
    isBad ||= problem.severity === 'error'
  }
  const refuse = (code: string, field: string, value: unknown, message: string, fix: string) => {
    isBad = true
    problems.add({ line, severity: 'error', code, field, value: shownValue(value), message, fix })
  }
  tally.lines += 1
  if (record.noted !== null && tally.noted++ === 0)
    problems.add({
      line,
      severity: 'warning',
      code: 'judgments_beside',
      field: record.noted,
      value: '',
      message: `"${record.noted}" looks like judgments. They are kept as metadata, and count nowhere.`,
      fix: 'To bring them in, write them into a file of their own and import that as recorded judgments (docs/formats.md).',
    })

  const category = item ? resolveCategory(item, line, context) : null
  if (category?.kind === 'unknown')
    refuse(
      'unknown_category',
      'category',
      item?.category,
      'This category is not known.',
      'Say above which category it is, or that it is to be made.',
    )
  if (isBad || externalId === '') {
    tally.badLines += 1
    return
  }

  const key = sha256(externalId)
  let seenAt = seenItems.find(key)
  const categoryCode = category && 'code' in category ? category.code : null
  const contentHash = item ? itemHash({ ...item, category: categoryCode }) : null
  const rubric = item?.extras.rubric ?? null
  const wholeHash = contentHash && lineHash(contentHash, rubric)
  if (item && contentHash) {
    if (seenAt >= 0 && wholeHash && !seenItems.hasContent(seenAt, wholeHash))
      refuse(
        'duplicate_id',
        'id',
        externalId,
        `Line ${seenItems.line(seenAt)} has the same id with other content.`,
        'Give one of the two another id, or take it out.',
      )
    else if (seenAt < 0 && existing && !existing.contentHash.equals(contentHash))
      refuse(
        'conflict_with_study',
        'id',
        externalId,
        'The study has an item with this id and other content.',
        'Use another id. Items are never overwritten.',
      )
    else if (seenAt < 0 && existing && isOtherRubric(rubric, existing) && !context.isDraft)
      refuse(
        'rubric_settled',
        'rubric',
        externalId,
        'The item has another rubric in this study, which has begun.',
        "Edit the rubric on the item's page: that makes a new version of it.",
      )
  } else if (seenAt < 0 && !existing)
    refuse(
      'unknown_item',
      'id',
      externalId,
      'There is no item with this id, neither in the study nor earlier in the file.',
      'Import the item first, or correct the id.',
    )
  const decisions = isBad ? [] : decideResponses(record, existing, context, refuse)
  const added = decisions.filter(decision => decision.outcome === 'new')
  const before = seenAt >= 0 ? seenItems.note(seenAt, responseCountNote) : (existing?.responses.length ?? 0)
  if (before + added.length > mostResponsesPerItem)
    refuse(
      'too_many_responses',
      'responses',
      before + added.length,
      `An item may have up to ${mostResponsesPerItem} responses.`,
      'Spread them over several items or studies.',
    )
  const isKnown = (model: string) => existing?.responses.some(response => response.model === model) ?? false
  if (existing?.hasPlaces && added.some(({ response }) => isKnown(response.model)))
    refuse(
      'already_assigned',
      'responses',
      externalId,
      'Annotators may already have this item: no more samples of its models can be added.',
      'Import it under another id. Responses of a model that the item does not have yet can be added.',
    )
  if (isBad) {
    tally.badLines += 1
    return
  }

  if (item && seenAt >= 0 && decisions.every(decision => decision.outcome === 'repeated'))
    problems.add({
      line,
      severity: 'warning',
      code: 'repeated_line',
      field: 'id',
      value: shownValue(externalId),
      message: `Line ${seenItems.line(seenAt)} says the same.`,
      fix: 'Nothing to do: it is skipped.',
    })

  // From here on the record is taken.
  if (seenAt < 0) {
    seenAt = seenItems.add(key, line, wholeHash ?? existing?.contentHash ?? key)
    const cell = tally.cell(
      item?.language ?? existing?.language ?? '',
      item ? categoryCode : (existing?.category ?? null),
    )
    seenItems.setNote(seenAt, cellNote, cell)
    for (const { model } of existing?.responses ?? [])
      seenItems.setNote(
        seenAt,
        modelSetNote,
        tally.setWith(seenItems.note(seenAt, modelSetNote), tally.model(model, context.isNewModel)),
      )
    seenItems.setNote(seenAt, responseCountNote, existing?.responses.length ?? 0)
    if (item) {
      tally.items[existing ? 'unchanged' : 'new'] += 1
      tally.countItem(cell)
    }
    if (item && contentHash && !existing) {
      const id = context.newId()
      plan.items.push({ ...item, id, externalId, categoryCode, contentHash })
      tally.countExtras(item.extras)
      if (rubric) plan.rubrics.push({ itemId: id, points: rubric, isChange: false })
      open.set(externalId, { id, hasPlaces: false, responses: [] })
    } else if (rubric && existing && isOtherRubric(rubric, existing)) {
      plan.rubrics.push({ itemId: existing.id, points: rubric, isChange: true })
      tally.extras.rubrics.changed += 1
    }
  }
  takeResponses(decisions, externalId, existing, seenAt, line, open, plan, context)
}

const isOtherRubric = (rubric: RubricPoint[] | null, existing: ExistingItem): boolean =>
  rubric !== null && canonicalJson(rubric) !== canonicalJson(existing.rubric ?? null)

function resolveCategory(item: ParsedItem, line: number, context: PlanContext): CategoryMatch {
  const match = context.matchCategory(item.category)
  if (match.kind === 'unknown') context.tally.unknownCategory(item.category, context.foldCategory(item.category), line)
  return match
}

function decideResponses(
  record: ParsedRecord,
  existing: ExistingItem | undefined,
  { seenResponses }: PlanContext,
  refuse: (code: string, field: string, value: unknown, message: string, fix: string) => void,
): Decision[] {
  const decisions: Decision[] = []
  for (const response of record.responses) {
    const sample = response.sample ?? 0
    const key = sha256([record.externalId, response.model, sample].join(unitSeparator))
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
      if (!stored.hash.equals(hash)) conflict('The study')
    }
    decisions.push({ response, sample, key, hash, outcome })
  }
  return decisions
}

function takeResponses(
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
