// Decides what becomes of a batch of parsed records, given what the study holds: rows to store, and problems.

import type { CategoryMatch } from './category-matcher'
import { itemHash, lineHash, sha256 } from './content-hash'
import type { ExistingItem, OpenItem, Plan, PlanContext } from './import-plan'
import { shownValue } from './import-problems'
import { cellNote, modelSetNote, responseCountNote } from './import-tally'
import { isOtherRubric, refuseItem, refuseMoreResponses } from './plan-refusals'
import { decideResponses, takeResponses } from './plan-responses'
import type { ParsedItem, ParsedRecord } from './raw-record'

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
  const { seenItems, tally, problems, late } = context
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
  refuseItem(record, existing, { seenAt, contentHash, wholeHash, rubric }, context, refuse)
  const decisions = isBad ? [] : decideResponses(record, existing, context, refuse)
  refuseMoreResponses(existing, seenAt, decisions, externalId, context, refuse)
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
      late.noteItem(seenAt, key, record, item, existing?.responses ?? [])
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

function resolveCategory(item: ParsedItem, line: number, context: PlanContext): CategoryMatch {
  const match = context.matchCategory(item.category)
  if (match.kind === 'unknown') context.tally.unknownCategory(item.category, context.foldCategory(item.category), line)
  return match
}
